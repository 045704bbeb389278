package graph

import "syscall"

// What Windows calls a connection's troubles. Its sockets give these numbers,
// not the syscall package's ECONNREFUSED and the like, which Go made up for
// Windows and no system call returns.
// Source: learn.microsoft.com, Windows Sockets error codes.
var (
	refusedErrnos     = []syscall.Errno{10061, 10013}                      // WSAECONNREFUSED, WSAEACCES
	unreachableErrnos = []syscall.Errno{10051, 10065, 10050, 10064, 10049} // WSAENETUNREACH, WSAEHOSTUNREACH, WSAENETDOWN, WSAEHOSTDOWN, WSAEADDRNOTAVAIL
	cutErrnos         = []syscall.Errno{10054, 10053, 10052}               // WSAECONNRESET, WSAECONNABORTED, WSAENETRESET
	timeoutErrnos     = []syscall.Errno{10060}                             // WSAETIMEDOUT
)
