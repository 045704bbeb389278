package pictures

import "latchkey/ui/theme"

// SelectAssets is the window "Select assets and assign permissions": in its first column a
// kind of asset, in its second one of that kind, in its third what may be done with it. Kind
// and asset carry the number From, the permission the next one, unless all is one
// instruction; the button the one after.
type SelectAssets struct {
	Window      string
	Title       string
	Types       string // above the columns
	Assets      string
	Permissions string
	Kinds       []string
	Kind        int // the one that is chosen
	Asset       string
	Group       string // "Full control"
	Permission  string
	Assign      string
	From        int
	InOne       bool // kind, asset and permission are one instruction
	Last        bool // the button is marked too
}

func (p SelectAssets) draw(s *sketch) {
	s.browser(p.Window)
	at := s.wideDialog(p.Title)
	top, bottom := at.y+26, at.y+at.h-42
	second, third := at.x+90, at.x+178
	s.rectangle(box{at.x, top, at.w, 1}, 0, theme.ColorNameLine, "")
	s.rectangle(box{at.x, bottom, at.w, 1}, 0, theme.ColorNameLine, "")
	s.rectangle(box{second, top, 1, bottom - top}, 0, theme.ColorNameLine, "")
	s.rectangle(box{third, top, 1, bottom - top}, 0, theme.ColorNameLine, "")
	s.label(box{at.x + 8, top + 3, second - at.x - 14, 14}, p.Types, caption)
	s.label(box{second + 8, top + 3, third - second - 14, 14}, p.Assets, caption)
	s.label(box{third + 8, top + 3, at.x + at.w - third - 14, 14}, p.Permissions, caption)
	var kind box
	for i, words := range p.Kinds {
		row := box{at.x + 8, top + 26 + float32(i)*31, second - at.x - 18, 24}
		look := plain
		if i == p.Kind {
			kind, look = row, selected
		}
		s.lines(box{row.x, row.y, row.w - 6, row.h}, words, look)
	}
	asset := box{second + 8, kind.y, third - second - 20, 24}
	s.tick(asset.x, asset.y+3, 13, true, "")
	s.lines(box{asset.x + 18, asset.y, asset.w - 18, asset.h}, p.Asset, value)
	s.bar(third+8, top+28, 84)
	s.label(box{third + 8, top + 45, at.x + at.w - third - 38, 16}, p.Group, strong)
	permission := box{third + 8, top + 68, at.x + at.w - third - 20, 28}
	s.toggle(permission.x, permission.y+7)
	s.lines(box{permission.x + 26, permission.y, permission.w - 26, permission.h}, p.Permission, value)
	assign := s.button(at.x+at.w-14, at.y+at.h-36, 180, p.Assign)
	s.bar(at.x+12, at.y+at.h-26, 84)
	last := s.markGiving(p.From, p.InOne, kind, asset, permission)
	if p.Last {
		s.mark(last, assign)
	}
}

// AddAssets is the older window, in which one kind of asset is given at a time: kind and
// asset carry the number From. InOne tells that the permission belongs to the same
// instruction; the button carries the number after that.
type AddAssets struct {
	Window     string
	Title      string // "Add assets"
	Kind       string // "Apps" or "WhatsApp accounts"
	Asset      string // the person's own app or account
	Permission string // such as "Manage app"
	Save       string
	From       int
	InOne      bool
}

func (p AddAssets) draw(s *sketch) {
	s.browser(p.Window)
	at := s.dialog(p.Title)
	top, bottom := at.y+29, at.y+at.h-46
	middle := at.x + 136
	s.rectangle(box{at.x, top, at.w, 1}, 0, theme.ColorNameLine, "")
	s.rectangle(box{at.x, bottom, at.w, 1}, 0, theme.ColorNameLine, "")
	s.rectangle(box{middle, top, 1, bottom - top}, 0, theme.ColorNameLine, "")
	s.bars(at.x+14, top+15, 60, 60, 72)
	kind := box{at.x + 12, top + 39, middle - at.x - 24, 18}
	s.label(kind, p.Kind, selected)
	asset := s.tick(middle+14, top+14, at.x+at.w-middle-28, true, p.Asset)
	permission := s.tick(middle+14, top+57, at.x+at.w-middle-28, true, p.Permission)
	s.tick(middle+14, top+88, 100, false, "")
	save := s.button(at.x+at.w-16, at.y+at.h-37, 160, p.Save)
	s.mark(s.markGiving(p.From, p.InOne, kind, asset, permission), save)
}

// markGiving marks what gives an asset: its kind and itself by the instruction number, the
// permission by the same where it belongs to that instruction, else by the next. It returns the
// number of the instruction after those.
func (s *sketch) markGiving(number int, inOne bool, kind, asset, permission box) (next int) {
	if inOne {
		s.mark(number, kind, asset, permission)
		return number + 1
	}
	s.mark(number, kind, asset)
	s.mark(number+1, permission)
	return number + 2
}
