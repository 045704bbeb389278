package support

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"latchkey/graph/trouble"
	"latchkey/wizard/check"
)

// Spoken is what a report comes down to on the phone: the verdict, the check
// that decided it, Graph's code, and a mark to know the report by. It is said
// as twelve letters and digits, such as "0G4C-51RK-9D2M".
type Spoken struct {
	Verdict       check.Outcome
	About         check.ID // "" where no check decided
	Code, Subcode int      // of Graph, 0 for none
	mark          uint64
}

// ErrNotACode says that a text is no code of a report.
var ErrNotACode = errors.New("a code of a report has 12 letters and digits")

// ErrMisheard says that a letter of a code is wrong, or that two have changed
// places.
var ErrMisheard = errors.New("the code does not fit its last letter")

const (
	// alphabet is Crockford's Base32 (crockford.com/base32.html): no I, L, O or
	// U, so that nothing said aloud is taken for something else.
	alphabet   = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLength = 12
	groupSize  = 4
)

// The parts of a code, in bits from the left: 55, five for each letter but the
// last.
const (
	formBits, verdictBits, aboutBits, codeBits, subcodeBits, markBits = 2, 2, 5, 21, 12, 13
	codeForm                                                          = 0
)

var outcomes = []check.Outcome{check.Ready, check.Attention, check.NotReady, check.Undecided}

// Spoken sums the report up for the phone.
func (r Report) Spoken() Spoken {
	spoken := Spoken{Verdict: r.Verdict.Status, About: r.Verdict.About, mark: r.mark()}
	if answer := r.Check(r.Verdict.About).Graph; answer != nil && answer.Error != nil {
		spoken.Code, spoken.Subcode = answer.Code, answer.Subcode
	}
	return spoken.fitting()
}

// fitting leaves out what a code has no room for.
func (s Spoken) fitting() Spoken {
	if s.Code < 0 || s.Code >= 1<<codeBits {
		s.Code, s.Subcode = 0, 0
	}
	if s.Subcode < 0 || s.Subcode >= 1<<subcodeBits {
		s.Subcode = 0
	}
	if _, known := check.Find(s.About); !known {
		s.About = ""
	}
	return s
}

// mark differs from check to check, whatever of it is shown or hidden.
func (r Report) mark() uint64 {
	digest := sha256.New()
	_, _ = fmt.Fprintln(digest, r.CheckedAt.Unix(), r.Token.Last4)
	for _, one := range r.Checks {
		_, _ = fmt.Fprintln(digest, one.ID, one.Status)
	}
	// Never 0, so that no code is zeros alone, as an empty form has them.
	return max(1, binary.BigEndian.Uint64(digest.Sum(nil))>>(64-markBits))
}

// Errors is Graph's error that the report names; empty where it names none.
func (s Spoken) Errors() []*trouble.Error {
	if s.Code == 0 {
		return nil
	}
	return []*trouble.Error{{Code: s.Code, Subcode: s.Subcode}}
}

// String is the code in groups of four.
func (s Spoken) String() string {
	bits := uint64(codeForm)
	put := func(width int, value uint64) { bits = bits<<width | value }
	put(verdictBits, uint64(max(0, slices.Index(outcomes, s.Verdict))))
	about, _ := check.Find(s.About)
	put(aboutBits, uint64(about.SpokenNumber))
	put(codeBits, uint64(s.Code))
	put(subcodeBits, uint64(s.Subcode))
	put(markBits, s.mark)
	var digits [codeLength]byte
	for i := codeLength - 2; i >= 0; i-- {
		digits[i] = byte(bits & 31)
		bits >>= 5
	}
	digits[codeLength-1] = checkDigit(digits[:codeLength-1])
	var text strings.Builder
	for i, digit := range digits {
		if i > 0 && i%groupSize == 0 {
			text.WriteByte('-')
		}
		text.WriteByte(alphabet[digit])
	}
	return text.String()
}

// ReadCode reads a code as it was heard: small letters, spaces and hyphens are
// forgiven, and O, I and L are taken for the digits that they sound or look
// like. The error is ErrNotACode or ErrMisheard.
func ReadCode(text string) (Spoken, error) {
	text = strings.NewReplacer("-", "", " ", "", ".", "", "\t", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(strings.TrimSpace(text)))
	if len(text) != codeLength || strings.Trim(text, "0") == "" {
		return Spoken{}, ErrNotACode
	}
	var digits [codeLength]byte
	for i := range codeLength {
		at := strings.IndexByte(alphabet, text[i])
		if at < 0 {
			return Spoken{}, ErrNotACode
		}
		digits[i] = byte(at)
	}
	if checkDigit(digits[:codeLength-1]) != digits[codeLength-1] {
		return Spoken{}, ErrMisheard
	}
	bits := uint64(0)
	for _, digit := range digits[:codeLength-1] {
		bits = bits<<5 | uint64(digit)
	}
	take := func(width int) uint64 {
		value := bits & (1<<width - 1)
		bits >>= width
		return value
	}
	spoken := Spoken{mark: take(markBits), Subcode: int(take(subcodeBits)), Code: int(take(codeBits))}
	about := int(take(aboutBits))
	spoken.Verdict = outcomes[take(verdictBits)]
	found, known := check.FindSpoken(about)
	if take(formBits) != codeForm || about > 0 && !known {
		return Spoken{}, ErrNotACode
	}
	spoken.About = found.ID
	return spoken, nil
}

// checkDigit finds every wrong digit and every two neighbours that have
// changed places: each digit counts times a power of 2, in the field of 32
// elements made by x⁵+x²+1.
func checkDigit(digits []byte) byte {
	sum := byte(0)
	for _, digit := range digits {
		sum ^= digit
		sum <<= 1
		if sum&32 != 0 {
			sum ^= 0b100101
		}
	}
	return sum
}
