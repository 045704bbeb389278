// Package desk checks tokens that are not kept, for those who help others: one or
// many, with reports to send and to open.
package desk
