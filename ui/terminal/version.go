package terminal

import (
	"github.com/spf13/cobra"

	"latchkey/assets"
	"latchkey/ui/release"
	"latchkey/ui/words"
)

func (t *Terminal) versionCommand() *cobra.Command {
	var details, licences bool
	command := &cobra.Command{
		Use: "version [--details | --licences]", Short: t.Words.Say("terminal.version"), Args: t.noArguments,
		RunE: func(*cobra.Command, []string) error {
			if !licences {
				t.printVersion()
			}
			if details {
				t.printAbout(release.This())
			}
			if licences {
				return t.printLicences()
			}
			return nil
		},
	}
	command.Flags().BoolVar(&details, "details", false, t.Words.Say("terminal.flag_version_details"))
	command.Flags().BoolVar(&licences, "licences", false, t.Words.Say("terminal.flag_licences"))
	return command
}

func (t *Terminal) printVersion() { t.print("latchkey " + release.Version) }

// printAbout prints what the window tells under About.
func (t *Terminal) printAbout(this release.Release) {
	t.print(t.Words.Release(this))
	next := t.Words.NextRelease(this)
	for _, one := range append([]words.Titled{next}, t.Words.WhereThingsLie(t.Folder.Path())...) {
		t.print("")
		t.print(t.Words.Paragraph(one.Title, one.Text))
		if one == next && this.Page != "" {
			t.print(this.Page)
		}
	}
}

func (t *Terminal) printLicences() error {
	text, err := assets.Notices()
	if err != nil {
		return err
	}
	_, err = t.Out.Write([]byte(text))
	return err
}
