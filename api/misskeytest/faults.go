package misskeytest

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

// FaultMode is a way of misbehaving.
type FaultMode int

// The ways. Those marked "done" do what was asked and spoil the answer; the
// others do nothing.
const (
	// FaultNone only applies Latency and Rate.
	FaultNone FaultMode = iota
	// FaultRateLimit answers 429 RATE_LIMIT_EXCEEDED with Retry-After.
	FaultRateLimit
	// FaultRefuse answers an API error of Code (INTERNAL_ERROR without one)
	// and Status (500 without one).
	FaultRefuse
	// FaultHTML answers a proxy's HTML page of Status (502 without one).
	FaultHTML
	// FaultProcessing answers 202 PROCESSING.
	FaultProcessing
	// FaultHang keeps the client waiting until it goes or the server closes.
	FaultHang
	// FaultDrop cuts the connection before anything is answered.
	FaultDrop
	// FaultLose cuts the connection before anything is answered; done.
	FaultLose
	// FaultCut cuts the connection in the middle of the body; done.
	FaultCut
	// FaultTruncate ends the body in its middle; done.
	FaultTruncate
	// FaultWrongTypes turns texts into numbers, numbers into texts, booleans and
	// lists into objects; done.
	FaultWrongTypes
	// FaultHuge answers well-formed JSON of 10 MB; done.
	FaultHuge
	// FaultEmpty answers with the right status and no body; done.
	FaultEmpty
)

// Fault is misbehaviour on purpose.
type Fault struct {
	// Endpoint is what misbehaves: an endpoint such as "notes/create", a path
	// such as "/files/..." or "/streaming", or the beginning of either
	// followed by "*".
	Endpoint string
	// User limits the fault to calls with a token of that user in the header.
	User string
	// Times is how often it happens; 0 means until it is removed.
	Times int
	Mode  FaultMode
	// Latency is waited for before anything happens.
	Latency time.Duration
	// Rate slows the reading of request bodies, in bytes per second.
	Rate       int
	Status     int
	Code       string
	RetryAfter time.Duration // of FaultRateLimit; 0 is a minute
}

// SetFault adds a fault. The first fault that matches a request happens. The
// function it gives removes the fault.
func (s *Server) SetFault(f Fault) (remove func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	set := &f
	s.faults = append(s.faults, set)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.faults = deleteItem(s.faults, set)
	}
}

// ClearFaults removes all faults and opens refused channels again.
func (s *Server) ClearFaults() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults, s.silent = nil, nil
}

// RefuseChannel lets the opening of a stream channel be refused by silence, as
// real servers refuse.
func (s *Server) RefuseChannel(channel string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.silent = append(s.silent, channel)
}

func (s *Server) silenced(channel string) bool { return slices.Contains(s.silent, channel) }

// fault is the fault that happens to a request, if any.
func (s *Server) fault(r *http.Request) *Fault {
	name := r.URL.Path
	if endpoint, ok := strings.CutPrefix(name, "/api/"); ok {
		name = endpoint
	}
	value, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if !f.matches(name) || f.User != "" && (s.tokens[value] == nil || s.tokens[value].user.acct() != f.User) {
			continue
		}
		if f.Times > 0 {
			if f.Times--; f.Times == 0 {
				s.faults = deleteItem(s.faults, f)
			}
		}
		happening := *f
		return &happening
	}
	return nil
}

func (f *Fault) matches(name string) bool {
	if prefix, ok := strings.CutSuffix(f.Endpoint, "*"); ok {
		return strings.HasPrefix(name, prefix)
	}
	return f.Endpoint == name
}

// withFaults lets faults happen to what next serves.
func (s *Server) withFaults(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f := s.fault(r)
		if f == nil {
			next.ServeHTTP(w, r)
			return
		}
		ctx := r.Context()
		if !s.sleep(ctx, f.Latency) {
			return
		}
		if f.Rate > 0 {
			r.Body = &slowBody{r.Body, f.Rate, ctx.Done()}
		}
		s.misbehave(w, r, f, next)
	})
}

func (s *Server) misbehave(w http.ResponseWriter, r *http.Request, f *Fault, next http.Handler) {
	switch f.Mode {
	case FaultNone:
		next.ServeHTTP(w, r)
	case FaultRateLimit:
		writeRefusal(w, rateLimited(s.now(), orElse(f.RetryAfter, time.Minute), 1))
	case FaultRefuse:
		writeRefusal(w, f.refusal())
	case FaultHTML:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(orElse(f.Status, http.StatusBadGateway))
		_, _ = w.Write([]byte("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"))
	case FaultProcessing:
		writeRefusal(w, refuse("PROCESSING", "We are processing your request. Please wait a moment.",
			"3247052c-005d-440e-b3d8-2a64274483b0").withStatus(http.StatusAccepted))
	case FaultHang:
		<-r.Context().Done()
	case FaultDrop:
		panic(http.ErrAbortHandler)
	default:
		answer := &kept{header: http.Header{}, status: http.StatusOK}
		next.ServeHTTP(answer, r)
		answer.spoil(w, f.Mode)
	}
}

func (f *Fault) refusal() *refusal {
	r := internalError("on purpose", "Fault")
	if f.Code != "" {
		r = refuse(f.Code, "On purpose.", "00000000-0000-0000-0000-000000000000")
	}
	return r.withStatus(orElse(f.Status, http.StatusInternalServerError))
}

// orElse is value, or fallback where value is zero.
func orElse[T comparable](value, fallback T) T {
	var zero T
	if value == zero {
		return fallback
	}
	return value
}
