package misskeytest

import (
	"net/http"
	"strconv"
)

// object is a JSON object that is being packed.
type object = map[string]any

// refusal is an error the API answers with.
type refusal struct {
	status  int
	code    string
	message string
	id      string
	kind    string
	info    any
	after   int // Retry-After in seconds, 0 for none
}

// Error implements error.
func (r *refusal) Error() string { return r.code + ": " + r.message }

// refuse is a refusal of the common kind: the client's fault, status 400.
func refuse(code, message, id string) *refusal {
	return &refusal{status: http.StatusBadRequest, code: code, message: message, id: id, kind: "client"}
}

func (r *refusal) withStatus(status int) *refusal {
	copied := *r
	copied.status = status
	return &copied
}

func (r *refusal) withInfo(info any) *refusal {
	copied := *r
	copied.info = info
	return &copied
}

// invalidParam says which rule of which parameter was broken, as the schema
// validator of the real server does.
func invalidParam(param, reason string) *refusal {
	return refuse("INVALID_PARAM", "Invalid param.", "3d81ceae-475f-4600-b2a8-2bc116157532").
		withInfo(object{"param": param, "reason": reason})
}

// internalError is what the real server says to anything it did not foresee.
func internalError(message, code string) *refusal {
	return &refusal{
		status: http.StatusInternalServerError, code: "INTERNAL_ERROR", kind: "server",
		message: "Internal error occurred. Please contact us if the error persists.",
		id:      "5d37dbcb-891e-41ca-a3d6-e690c97775ac",
		info:    object{"message": message, "code": code, "id": "b379d7db-0dd0-4197-97db-0df17427110e"},
	}
}

func noSuchNote(id string) *refusal { return refuse("NO_SUCH_NOTE", "No such note.", id) }
func noSuchUser(id string) *refusal {
	return refuse("NO_SUCH_USER", "No such user.", id).withStatus(http.StatusNotFound)
}
func noSuchFile(id string) *refusal   { return refuse("NO_SUCH_FILE", "No such file.", id) }
func accessDenied(id string) *refusal { return refuse("ACCESS_DENIED", "Access denied.", id) }

// body is the answer's body.
func (r *refusal) body() object {
	e := object{"message": r.message, "code": r.code, "id": r.id, "kind": r.kind}
	if r.info != nil {
		e["info"] = r.info
	}
	return object{"error": e}
}

// setHeaders sets what the real server tells beside the body.
func (r *refusal) setHeaders(h http.Header) {
	const realm = `Bearer realm="Misskey"`
	describe := func(word string) string {
		return realm + `, error="` + word + `", error_description="` + r.message + `"`
	}
	switch {
	case r.code == "CREDENTIAL_REQUIRED":
		h.Set("WWW-Authenticate", realm)
	case r.code == "AUTHENTICATION_FAILED":
		h.Set("WWW-Authenticate", describe("invalid_token"))
	case r.code == "PERMISSION_DENIED":
		h.Set("WWW-Authenticate", describe("insufficient_scope"))
	case r.kind == "client" && r.status != http.StatusTooManyRequests:
		h.Set("WWW-Authenticate", describe("invalid_request"))
	}
	if r.after > 0 {
		h.Set("Retry-After", strconv.Itoa(r.after))
	}
}

// frameworkError is the shape of what the server's HTTP framework refuses
// before the API sees it.
func frameworkError(status int, code, message string) (int, object) {
	body := object{"statusCode": status, "error": http.StatusText(status), "message": message}
	if status == http.StatusRequestEntityTooLarge {
		body["error"] = "Payload Too Large"
	}
	if code != "" {
		body["code"] = code
	}
	return status, body
}
