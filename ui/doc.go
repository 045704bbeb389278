// Package ui is the window: its rooms, Home in their middle, and what concerns
// all of it. It decides nothing: what a step asks, what is missing and what a
// check says come from wizard.
package ui
