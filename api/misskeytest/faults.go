package misskeytest

import "net/http"

// Fault is a misbehaviour on purpose.
type Fault struct{}

func (s *Server) withFaults(next http.Handler) http.Handler { return next }

func (s *Server) silenced(*socket, string) bool { return false }
