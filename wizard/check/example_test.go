package check_test

import (
	"context"
	"fmt"

	"latchkey/graph"
	"latchkey/graph/sandbox"
	"latchkey/wizard/check"
)

// A token is checked against the pretend Meta, which knows a token for each
// thing that can be wrong.
func ExampleRun() {
	meta, err := sandbox.Start(sandbox.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = meta.Close() }()
	scenario, _ := sandbox.FindScenario("messaging-missing")

	report, err := check.Run(context.Background(), check.Request{
		Token: scenario.Token,
		Graph: graph.Options{BaseURL: meta.GraphURL()},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Verdict.Status, report.Verdict.Reason)
	fmt.Println(report.Verdict.About.ID, report.Verdict.About.Reason == check.PermMessagingMissing)
	fmt.Println(report.Row(check.AccountReach).Status)
	// Output:
	// not_ready verdict.almost
	// perm.messaging true
	// pass
}

// Rows are heard of as soon as nothing can change them any more.
func ExampleRun_rows() {
	paste := check.ReadPaste("+49 30 901820")
	_, err := check.Run(context.Background(), check.Request{
		Paste: paste,
		OnRow: func(row check.Row) {
			if row.Status != check.Skipped {
				fmt.Println(row.ID, row.Status, row.Reason)
			}
		},
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// local.shape fail check.local.shape.phone
}

// What is around a token is taken away and said; the token never prints itself.
func ExampleReadPaste() {
	paste := check.ReadPaste("Authorization: Bearer EAAGmadeUpForAnExample0123456789 \n")
	fmt.Println(paste.Usable(), paste.Junk, paste.Token)

	paste = check.ReadPaste("0123456789abcdef0123456789abcdef")
	fmt.Println(paste.Usable(), paste.Shape)
	// Output:
	// true [spaces bearer] [token hidden]
	// false app_secret
}
