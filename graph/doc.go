// Package graph is a client of Meta's Graph API: one file a resource.
//
// It knows how to ask and how to read an answer; what an answer means for a
// person is decided in wizard/check. A token goes to Meta or to this computer,
// nowhere else, and no error prints one: Graph's own refusals are a
// *trouble.Error, everything on the way there a *NetworkError.
//
// Packages below it: value (the token, ids and texts of answers), trouble (the
// catalogue of Graph's errors), site (Meta's pages and the labels on them) and
// sandbox (a pretend Meta on this computer).
//
// To add a version of the API, add a line to versions in version.go.
package graph
