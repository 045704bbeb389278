package trouble_test

import (
	"fmt"

	"latchkey/graph/trouble"
)

// The message decides only where the code alone is ambiguous.
func ExampleExplain() {
	fmt.Println(trouble.Explain(190, 463, "").ID)
	fmt.Println(trouble.Explain(10, 0, "(#10) Requires business_management permission").ID)
	fmt.Println(trouble.Explain(123456, 0, "") == trouble.Unknown)
	// Output:
	// token_expired
	// portfolio_permission_missing
	// true
}

// Errors are found in whatever was copied, each once.
func ExampleFind() {
	for _, found := range trouble.Find(`14:02:11 sending failed
HTTP/2 400
{"error":{"message":"(#131031) Business Account locked","code":131031,"fbtrace_id":"AbC"}}`) {
		cause := found.Error.Trouble()
		fmt.Println("line", found.Line, found.Error.CodeText(), cause.ID, "mended by", cause.Fixer)
	}
	// Output:
	// line 3 131031 account_locked mended by support
}

func ExampleError_CodeText() {
	fmt.Println((&trouble.Error{Code: 190, Subcode: 463}).CodeText())
	fmt.Println((&trouble.Error{Code: 131031}).CodeText())
	// Output:
	// 190/463
	// 131031
}
