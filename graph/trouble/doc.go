// Package trouble knows the errors of Graph: what each says, what it is about, who
// mends it and on which page, and how to find them in what people paste.
//
// To add an error code, write its Trouble in list.go, unless it is one that is
// there, and a line in catalogue.go, above those that match more; its words go
// into the languages under "trouble." and its ID. A sentence that programs show
// without its code goes into sentences.go, and what can be supposed without an
// error of Meta's into guess.go, with words under "trouble.guess.".
package trouble
