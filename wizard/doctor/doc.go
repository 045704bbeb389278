// Package doctor looks at this computer: could a token be kept here, could a
// page be opened, would Graph answer. It knows no token.
package doctor
