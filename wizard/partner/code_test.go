package partner

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	aCode   = "AQBmadeUpCode-_OfASignup0123456789"
	aSecret = "5ec7e70123456789abcdef5ec7e70fed"
	aToken  = "EAAmadeUpTokenOfNobody0123456789"
)

func TestReadCode(t *testing.T) {
	for text, want := range map[string]Fault{
		aCode:                          NoFault,
		"  " + aCode + "\r\n":          NoFault,
		"\"" + aCode + "\",":           NoFault,
		"\u200b" + aCode + "\ufeff":    NoFault,
		aCode[:10] + "\n" + aCode[10:]: NoFault,
		aCode + "#_=_":                 NoFault,
		"https://shop.example/back?state=1&code=" + aCode + "#_=_":   NoFault,
		"code=" + aCode + "&state=1":                                 NoFault,
		`{"code":"` + aCode + `"}`:                                   NoFault,
		`{"authResponse":{"code":"` + aCode + `","expiresIn":null}}`: NoFault,
		"":                           IsEmpty,
		" \n":                        IsEmpty,
		`{"status":"unknown"}`:       IsEmpty,
		"{":                          IsEmpty,
		"?code=":                     IsEmpty,
		aToken:                       IsToken,
		aSecret:                      IsAppSecret,
		"123456789012345":            IsNumber,
		"+49 30 901820":              IsNumber,
		"123456789012345|" + aSecret: IsAppToken,
		"https://shop.example/back?error=access_denied&error_reason=user_denied": IsRefusal,
		strings.Repeat("A", 5000): IsTooLong,
	} {
		code, fault := ReadCode(text)
		if fault != want || (fault == NoFault) != (code.Reveal() == aCode) {
			t.Errorf("ReadCode(%.60q): fault %q, want %q", text, fault, want)
		}
		if shown := fmt.Sprintf("%v %+v %#v %s", code, code, &code, code); strings.Contains(shown, aCode[:10]) {
			t.Errorf("a code is shown: %s", shown)
		}
	}
}

func TestReadAppSecret(t *testing.T) {
	for text, want := range map[string]Fault{
		aSecret:                      NoFault,
		" " + aSecret + "\n":         NoFault,
		"123456789012345|" + aSecret: NoFault,
		"":                           IsEmpty,
		aToken:                       IsToken,
		aCode:                        IsCode,
		"123456789012345":            IsNumber,
		aSecret[:31]:                 IsNoSecret,
		"not the secret":             IsNoSecret,
	} {
		secret, fault := ReadAppSecret(text)
		if fault != want || (fault == NoFault) != (secret.Reveal() == aSecret) {
			t.Errorf("ReadAppSecret(%q): fault %q, want %q", text, fault, want)
		}
	}
	if secret, fault := ReadAppSecret("01234567890123456789012345678901"); fault != NoFault || secret.IsZero() {
		t.Errorf("a secret that happens to be digits: %q", fault)
	}
}

func TestReadID(t *testing.T) {
	for text, want := range map[string]Fault{
		"123456789012345": NoFault, " 123 456 789 ": NoFault, "": IsEmpty, "me": IsNotAnID, "12a": IsNotAnID,
		"١٢٣": IsNotAnID, strings.Repeat("1", 25): IsNotAnID, aToken: IsNotAnID,
	} {
		if id, fault := ReadID(text); fault != want || (fault != NoFault) != (id == "") {
			t.Errorf("ReadID(%q): %q %q", text, id, fault)
		}
	}
}

func FuzzReadCode(f *testing.F) {
	for _, seed := range []string{aCode, "?code=" + aCode, `{"code":1}`, "code=%zz", aToken, "\xff", "#code=a&code=b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		code, fault := ReadCode(text)
		if (fault == NoFault) == code.IsZero() {
			t.Errorf("fault %q with a code of %d bytes", fault, len(code.Reveal()))
		}
		if secret, fault := ReadAppSecret(text); (fault == NoFault) == secret.IsZero() {
			t.Errorf("fault %q with a secret", fault)
		}
	})
}

func TestReadList(t *testing.T) {
	customers, bad := ReadList("\ufeffBusiness ID;Name\r\n" +
		"# the first ones\n\n" +
		"123456789012345;Corner Bakery, Berlin\n" +
		"Green Grocer\t223456789012345\n" +
		"\"Blue, Café\",323456789012345\n" +
		"423456789012345\n" +
		"123456789012345;again\n" +
		"523456789012345;corner bakery, berlin\n" +
		"no id here\n" +
		"623456789012345;" + aToken + "\n" +
		"723456789012345;" + strings.Repeat("x", 90) + "\n" +
		"823456789012345,,,\n")
	want := []Customer{
		{"123456789012345", "Corner Bakery, Berlin"},
		{"223456789012345", "Green Grocer"},
		{"323456789012345", "Blue, Café"},
		{"423456789012345", ""},
		{"823456789012345", ""},
	}
	if fmt.Sprint(customers) != fmt.Sprint(want) {
		t.Errorf("customers\n got %v\nwant %v", customers, want)
	}
	wantBad := []BadLine{{8, LineTwice}, {9, LineTwice}, {10, LineWithoutID}, {11, LineSecret}, {12, LineBadName}}
	if fmt.Sprint(bad) != fmt.Sprint(wantBad) {
		t.Errorf("bad lines %v, want %v", bad, wantBad)
	}
	if customers, bad := ReadList(strings.Repeat("x", 100_000)); customers != nil || len(bad) != 1 || bad[0].Fault != LineNotReadable {
		t.Errorf("an endless line: %v %v", customers, bad)
	}
}

func FuzzReadList(f *testing.F) {
	for _, seed := range []string{"1,a\n2,b", "a;1", "\"a\"\"b\",1", "id\n1\n1", "\xff,1", "1\t" + aToken} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		customers, _ := ReadList(text)
		ids := map[string]bool{}
		for _, customer := range customers {
			id := string(customer.Business)
			if id == "" || strings.Trim(id, "0123456789") != "" || ids[id] || !utf8.ValidString(customer.Name) {
				t.Errorf("customer %q %q", id, customer.Name)
			}
			ids[id] = true
		}
	})
}
