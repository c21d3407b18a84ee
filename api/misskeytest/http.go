package misskeytest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
)

// maxBody is what a JSON body may hold, in bytes.
const maxBody = 1 << 20

// newRoutes maps addresses to what answers them.
func (s *Server) newRoutes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/", s.serveAPI)
	mux.HandleFunc("POST /api/miauth/{session}/check", s.serveMiAuthCheck)
	mux.HandleFunc("GET /miauth/{session}", s.serveMiAuth)
	mux.HandleFunc("POST /miauth/{session}", s.serveMiAuthAnswer)
	mux.HandleFunc("GET /streaming", s.serveStream)
	mux.HandleFunc("GET /files/{key}", s.serveFile)
	mux.HandleFunc("GET /proxy/{rest...}", s.serveProxy)
	mux.HandleFunc("GET /emoji/{file}", s.serveEmoji)
	mux.HandleFunc("GET /twemoji/{file}", s.serveTwemoji)
	mux.HandleFunc("GET /identicon/{acct}", s.serveIdenticon)
	mux.HandleFunc("GET /avatar/{acct}", s.serveAvatar)
	mux.HandleFunc("GET /static-assets/user-unknown.png", s.serveUnknown)
	mux.HandleFunc("GET /favicon.ico", s.serveFavicon)
	mux.HandleFunc("GET /url", s.servePreview)
	mux.HandleFunc("GET /.well-known/nodeinfo", s.serveNodeinfoLinks)
	mux.HandleFunc("GET /nodeinfo/{version}", s.serveNodeinfo)
	mux.HandleFunc("GET /manifest.json", s.serveManifest)
	mux.HandleFunc("/", s.servePage)
	return s.withFaults(mux)
}

// writeJSON answers with a packed value. A nil value is 204 without a body.
func writeJSON(w http.ResponseWriter, status int, value any) {
	if value == nil {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	data, err := marshal(value)
	if err != nil {
		data, status = []byte(`{}`), http.StatusInternalServerError
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(data)
}

// marshal writes JSON as the real server does, with "<" and "&" as they are.
func marshal(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

// writeRefusal answers with a refusal or, for any other error, with what a
// server says that broke.
func writeRefusal(w http.ResponseWriter, err error) {
	var r *refusal
	if !errors.As(err, &r) {
		r = internalError(err.Error(), "Error")
	}
	r.setHeaders(w.Header())
	writeJSON(w, r.status, r.body())
}

// readBody reads a JSON body. A failure has been answered when ok is false.
func readBody(w http.ResponseWriter, r *http.Request) (body any, ok bool) {
	media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		writeFramework(w, http.StatusRequestEntityTooLarge, "FST_ERR_CTP_BODY_TOO_LARGE", "Request body is too large")
		return nil, false
	case err != nil:
		return nil, false // the client is gone
	}
	switch strings.TrimSpace(strings.ToLower(media)) {
	case "application/json":
		return decodeBody(w, data)
	case "text/plain", "":
		return string(data), true // which is no object, as the schema will find
	}
	writeFramework(w, http.StatusUnsupportedMediaType, "FST_ERR_CTP_INVALID_MEDIA_TYPE", "Unsupported Media Type")
	return nil, false
}

func decodeBody(w http.ResponseWriter, data []byte) (any, bool) {
	if len(data) == 0 {
		writeFramework(w, http.StatusBadRequest, "FST_ERR_CTP_EMPTY_JSON_BODY",
			"Body cannot be empty when content-type is set to 'application/json'")
		return nil, false
	}
	body, err := parseJSON(strings.NewReader(string(data)))
	if err != nil {
		writeFramework(w, http.StatusBadRequest, "FST_ERR_CTP_INVALID_JSON_BODY",
			"Body is not valid JSON but content-type is set to 'application/json'")
		return nil, false
	}
	return body, true
}

// parseJSON reads one JSON value and nothing after it.
func parseJSON(r io.Reader) (any, error) {
	var value any
	decoder := json.NewDecoder(r)
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one value")
	}
	return value, nil
}

func writeFramework(w http.ResponseWriter, status int, code, message string) {
	status, body := frameworkError(status, code, message)
	writeJSON(w, status, body)
}
