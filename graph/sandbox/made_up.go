package sandbox

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"latchkey/graph"
)

// Tokens of the sandbox begin with this, so that nobody takes one for real.
const tokenPrefix = "EAAPRACTICE"

// tokenLength is the length of a real system user token, as seen on live Graph.
const tokenLength = 205

const tokenAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// scenarioToken is the token of the scenario with that name: always the same
// one, made from the name so that no token stands in the source.
func scenarioToken(name string, length int) graph.Token {
	secret := []byte(tokenPrefix)
	for round := uint64(0); len(secret) < length; round++ {
		sum := sha256.Sum256(binary.BigEndian.AppendUint64([]byte("token of "+name), round))
		secret = appendTokenLetters(secret, sum[:])
	}
	return graph.NewToken(string(secret[:length]))
}

// randomToken is a token nobody has had before.
func randomToken() graph.Token {
	noise := make([]byte, tokenLength)
	_, _ = rand.Read(noise) // never fails, says its documentation
	secret := appendTokenLetters([]byte(tokenPrefix), noise)
	return graph.NewToken(string(secret[:tokenLength]))
}

func appendTokenLetters(secret, noise []byte) []byte {
	for _, b := range noise {
		secret = append(secret, tokenAlphabet[int(b)%len(tokenAlphabet)])
	}
	return secret
}

// scenarioID makes the id of a thing in a scenario: always the same digits for
// the same two names.
func scenarioID(scenario, thing string, digits int) string {
	sum := sha256.Sum256([]byte(scenario + " " + thing))
	id := make([]byte, digits)
	for i := range id {
		id[i] = '0' + sum[i]%10
	}
	id[0] = '1' + sum[0]%9
	return string(id)
}

// randomID makes an id for something created while the server runs.
func randomID(digits int) string {
	return scenarioID(rand.Text(), "new", digits)
}

// scenarioSecret makes an app secret: 32 hexadecimal digits, as Meta's are.
func scenarioSecret(scenario string) string {
	sum := sha256.Sum256([]byte("secret of " + scenario))
	return hex.EncodeToString(sum[:16])
}
