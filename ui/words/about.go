package words

import "latchkey/ui/release"

// Titled is a text below its title.
type Titled struct{ Title, Text string }

// Release names the release that the program is of.
func (w *Words) Release(this release.Release) string {
	const enough = 12 // of a commit's letters, to find it by
	if this.Commit == "" {
		return w.Say("about.version", Values{"Version": this.Version})
	}
	return w.Say("about.commit", Values{"Version": this.Version, "Commit": this.Commit[:min(enough, len(this.Commit))]})
}

// NextRelease tells how the next release is had.
func (w *Words) NextRelease(this release.Release) Titled {
	return Titled{w.Say("about.next"), w.Paragraph(w.Say("release."+string(this.Way)), w.Say("about.no_look"))}
}

// WhereThingsLie tells it, with the path of the settings folder, and what is sent
// where.
func (w *Words) WhereThingsLie(folder string) []Titled {
	return []Titled{
		{w.Say("about.lies"), w.Paragraph(w.Say("settings.kept_where"), w.Say("about.folder", Values{"Path": folder}), w.Say("about.removal"))},
		{w.Say("about.sent"), w.Say("about.sent_text")},
	}
}
