// Package site is what people see of Meta: its pages and their addresses, and the
// labels on them.
package site
