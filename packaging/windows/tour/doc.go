// Package tour holds no code of its own: its tests build what people install on
// Windows, install it under Wine on a screen and in a Windows of their own, use it and
// remove it. Pictures of what was seen are left in build/windows-tour/pictures.
//
// They are run by make test-packages-windows, which installs what they need.
package tour
