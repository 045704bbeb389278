//go:build !windows

package graph

import "syscall"

// What the system calls a connection's troubles.
var (
	refusedErrnos     = []syscall.Errno{syscall.ECONNREFUSED, syscall.EACCES, syscall.EPERM}
	unreachableErrnos = []syscall.Errno{syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.EHOSTDOWN, syscall.EADDRNOTAVAIL}
	cutErrnos         = []syscall.Errno{syscall.ECONNRESET, syscall.ECONNABORTED, syscall.EPIPE}
	timeoutErrnos     = []syscall.Errno{syscall.ETIMEDOUT}
)
