package sandbox

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

// proven says what is wrong with the proof of the app's secret that a call
// carries, or lacks (developers.facebook.com: graph-api/guides/secure-requests).
func (c *call) proven(token *accessToken) *failure {
	of, proof := c.state.app(token.app), c.params.text("appsecret_proof")
	switch {
	case of == nil || token.kind == kindApp:
		return nil // an app's own token holds the secret itself
	case proof == "" && of.wantsProof:
		return errProof("API calls from the server require an appsecret_proof argument")
	case proof != "" && proof != proofOf(c.secret, of.secret):
		return errProof("Invalid appsecret_proof provided in the API argument")
	}
	return nil
}

func proofOf(token, appSecret string) string {
	sum := hmac.New(sha256.New, []byte(appSecret))
	sum.Write([]byte(token))
	return hex.EncodeToString(sum.Sum(nil))
}

// errProof has no "(#100)" in its text: so it was seen on live Graph.
func errProof(message string) *failure {
	failed := badRequest(100, "%s", message)
	failed.kind = "GraphMethodException"
	return failed
}
