package screens

import (
	"errors"
	"time"

	"fyne.io/fyne/v2/lang"

	"mejiro/api"
	"mejiro/app/upload"
)

// Sentence says what went wrong and what to do, in the reader's language. It
// never holds raw JSON or a Go error.
func Sentence(err error) string {
	var unreached *api.Unreached
	var refused *api.Refused
	var misunderstood *api.Misunderstood
	var unreadable *api.Unreadable
	switch {
	case errors.Is(err, upload.ErrNoFile):
		return lang.L("error.noFile")
	case errors.As(err, &unreadable):
		return lang.L("error.unreadable")
	case errors.As(err, &unreached):
		return unreachedSentence(unreached)
	case errors.As(err, &refused):
		return refusedSentence(refused)
	case errors.As(err, &misunderstood):
		return lang.L("error.misunderstood")
	}
	return lang.L("error.unknown")
}

func unreachedSentence(e *api.Unreached) string {
	host := map[string]any{"Host": e.Host}
	switch e.Reason {
	case api.ReasonNoSuchHost:
		return lang.L("error.noSuchHost", host)
	case api.ReasonRefused:
		return lang.L("error.notListening", host)
	case api.ReasonTLS:
		return lang.L("error.tls", host)
	case api.ReasonTimeout:
		return lang.L("error.timeout", host)
	case api.ReasonOffline:
		return lang.L("error.offline")
	case api.ReasonCancelled, api.ReasonLost:
	}
	return lang.L("error.lost", host)
}

func refusedSentence(e *api.Refused) string {
	switch {
	case e.IsRateLimit():
		return rateLimitSentence(e.RetryAfter)
	case e.IsAuth():
		return lang.L("error.signInAgain")
	case e.IsPermission():
		return lang.L("error.permission")
	}
	if sentence := codeSentence(e.Code); sentence != "" {
		return sentence
	}
	switch {
	case e.IsGone():
		return lang.L("error.gone")
	case e.IsAiling():
		return lang.L("error.ailing")
	case e.Message != "" && e.Code != "":
		return lang.L("error.refusedSaying", map[string]any{"Message": e.Message})
	}
	return lang.L("error.refused")
}

func rateLimitSentence(wait time.Duration) string {
	if wait <= 0 {
		return lang.L("error.rateLimit")
	}
	minutes := int(wait.Round(time.Minute) / time.Minute)
	if minutes < 2 {
		seconds := int(wait.Round(time.Second) / time.Second)
		return lang.N("error.rateLimitSeconds", seconds, map[string]any{"N": seconds})
	}
	return lang.N("error.rateLimitMinutes", minutes, map[string]any{"N": minutes})
}

func codeSentence(code string) string {
	switch code {
	case api.CodeSuspended:
		return lang.L("error.suspended")
	case api.CodeRolePermission:
		return lang.L("error.role")
	case api.CodeMaxFileSize:
		return lang.L("error.fileTooLarge")
	case api.CodeNoFreeSpace:
		return lang.L("error.driveFull")
	case api.CodeUnallowedType:
		return lang.L("error.fileType")
	case "YOU_HAVE_BEEN_BLOCKED":
		return lang.L("error.blocked")
	case "CONTAINS_PROHIBITED_WORDS":
		return lang.L("error.prohibitedWords")
	case "CONTAINS_TOO_MANY_MENTIONS":
		return lang.L("error.tooManyMentions")
	case "CANNOT_RENOTE_DUE_TO_VISIBILITY", "CANNOT_RENOTE_OUTSIDE_OF_CHANNEL":
		return lang.L("error.cannotRenote")
	case "CANNOT_REPLY_TO_AN_INVISIBLE_NOTE", "NO_SUCH_REPLY_TARGET", "NO_SUCH_RENOTE_TARGET", api.CodeNoSuchNote:
		return lang.L("error.noteGone")
	case api.CodeNoFollowRequest:
		return lang.L("error.noRequest")
	case "LTL_DISABLED", "GTL_DISABLED", "STL_DISABLED":
		return lang.L("error.timelineDisabled")
	case api.CodeAlreadyVoted, "ALREADY_EXPIRED":
		return lang.L("error.pollOver")
	}
	return clipSentence(code)
}

func clipSentence(code string) string {
	switch code {
	case "NO_SUCH_CLIP":
		return lang.L("error.clipGone")
	case "TOO_MANY_CLIP_NOTES", "CLIP_NOTES_LIMIT_EXCEEDED":
		return lang.L("error.clipFull")
	case "TOO_MANY_CLIPS", "CLIP_LIMIT_EXCEEDED":
		return lang.L("error.tooManyClips")
	}
	return ""
}
