package graph

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// proofOf is the appsecret_proof of a token, by which an app's own software shows
// with each call that it knows the app's secret. Nothing leads back from it to the
// secret, and it is good for this one token; it is hidden like a secret all the
// same.
//
// Meta takes it as a parameter, and a GET has those in its address only. It is
// sent so, encrypted as the whole address is; no error, text or log of this program
// holds an address. Without the token, which travels in a header, it is of no use to
// anybody.
// Source: developers.facebook.com, graph-api/guides/secure-requests.
func proofOf(token, appSecret Token) Token {
	if token.IsZero() || appSecret.IsZero() {
		return Token{}
	}
	sum := hmac.New(sha256.New, []byte(appSecret.Reveal()))
	sum.Write([]byte(token.Reveal()))
	return NewToken(hex.EncodeToString(sum.Sum(nil)))
}
