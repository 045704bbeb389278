// Package opengl asks the system for its version of OpenGL. It needs C, and so is imported by
// main.go alone.
package opengl
