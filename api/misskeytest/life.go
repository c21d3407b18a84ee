package misskeytest

// live lets people do things by themselves until the server closes.
func (s *Server) live() {}
