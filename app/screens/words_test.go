package screens_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/api"
	"mejiro/api/miauth"
	"mejiro/api/misskey"
	"mejiro/app/screens"
	"mejiro/app/upload"
)

func TestSentences(t *testing.T) {
	unreached := func(r api.Reason) error { return &api.Unreached{Endpoint: "i", Host: "a.example", Reason: r} }
	code := func(c string) error { return &api.Refused{Status: 400, Code: c, Message: "No."} }
	for want, errs := range map[string][]error{
		"There is no server called a.example. Check the address.":                        {unreached(api.ReasonNoSuchHost)},
		"a.example does not answer. It may be down; try again later.":                    {unreached(api.ReasonRefused)},
		"There is no secure connection to a.example: its certificate cannot be trusted.": {unreached(api.ReasonTLS)},
		"a.example took too long to answer. Try again.":                                  {unreached(api.ReasonTimeout)},
		"You seem to be offline.":                                                        {unreached(api.ReasonOffline)},
		"The connection to a.example broke. Try again.":                                  {unreached(api.ReasonLost), unreached(api.ReasonCancelled), unreached("odd")},
		"The server’s answer made no sense. Try again in a while.":                       {&api.Misunderstood{Muddle: api.MuddleNotJSON}},
		"Something went wrong. Try again.":                                               {errors.New("odd"), nil},
		"The server no longer accepts this sign-in. Sign in again.":                      {code(api.CodeAuthentication), code(api.CodeNotSignedIn)},
		"This sign-in lacks the permission for that. Sign in again to grant it.":         {code(api.CodePermission)},
		"This account is suspended by its server.":                                       {code(api.CodeSuspended)},
		"Your role on this server does not allow that.":                                  {code(api.CodeRolePermission)},
		"The file is larger than the server accepts.":                                    {code(api.CodeMaxFileSize)},
		"Your Drive is full.":                                                            {code(api.CodeNoFreeSpace)},
		"The server does not accept files of this type.":                                 {code(api.CodeUnallowedType)},
		"This user has blocked you.":                                                     {code("YOU_HAVE_BEEN_BLOCKED")},
		"The note contains words this server prohibits.":                                 {code("CONTAINS_PROHIBITED_WORDS")},
		"The note mentions more users than the server allows.":                           {code("CONTAINS_TOO_MANY_MENTIONS")},
		"This note cannot be renoted there.":                                             {code("CANNOT_RENOTE_DUE_TO_VISIBILITY")},
		"The note no longer exists or you may not see it.":                               {code(api.CodeNoSuchNote), code("NO_SUCH_REPLY_TARGET")},
		"This timeline is switched off on this server.":                                  {code("LTL_DISABLED"), code("GTL_DISABLED")},
		"You have voted already, or the poll has ended.":                                 {code(api.CodeAlreadyVoted), code("ALREADY_EXPIRED")},
		"It no longer exists.":                                                           {code(api.CodeNoSuchUser), code(api.CodeNoSuchFile)},
		"The server has a problem right now. Try again in a while.":                      {&api.Refused{Status: 502}, &api.Refused{Status: 500}},
		"The server refused: No.":                                                        {code("ODD")},
		"The server refused.":                                                            {&api.Refused{Status: 404, Message: "not found"}, &api.Refused{Status: 418}},
		"That was too often. Wait a while.":                                              {&api.Refused{Status: 429}},
		"That was too often. Try again in 1 second.":                                     {&api.Refused{Code: api.CodeRateLimit, RetryAfter: time.Second}},
		"That was too often. Try again in 30 seconds.":                                   {&api.Refused{Code: api.CodeRateLimit, RetryAfter: 30 * time.Second}},
		"That was too often. Try again in 2 minutes.":                                    {&api.Refused{Code: api.CodeRateLimit, RetryAfter: 100 * time.Second}},
		"This is not a file that can be uploaded, or it is gone.":                        {upload.ErrNoFile, fmt.Errorf("%w: gone", upload.ErrNoFile)},
		"The file could not be read to its end. Is it still there?":                      {&api.Unreadable{Name: "a.png"}},
	} {
		for _, err := range errs {
			assert.Equal(t, want, screens.Sentence(err), "%v", err)
			if err != nil {
				assert.Equal(t, want, screens.Sentence(fmt.Errorf("wrapped: %w", err)))
			}
		}
	}
}

func TestAddressSentences(t *testing.T) {
	typed := func(text string) error {
		_, err := api.ParseServer(text)
		return err
	}
	for text, want := range map[string]string{
		"":                                "Enter the address of a server.",
		"https://misskey.example/@alice":  "Enter the server alone, without the part after the slash.",
		"https://alice:x@misskey.example": "An address with a name and password cannot be used.",
		"http://misskey.example":          "Only secure connections (https) are possible.",
		"ftp://misskey.example":           "This is not the address of a web server.",
		"misskey.example:99999":           "The port must be a number from 1 to 65535.",
		"mi sskey":                        "This is not the name of a server, such as misskey.io.",
	} {
		assert.Equal(t, want, screens.AddressSentence(typed(text)), text)
	}
	for want, err := range map[string]error{
		"a.example runs mastodon 4.3, not Misskey.":                      &api.Unsupported{Host: "a.example", Software: "mastodon", Version: "4.3", Lack: api.LackMisskey},
		"a.example is not a Misskey server.":                             &api.Unsupported{Host: "a.example", Lack: api.LackMisskey},
		"a.example runs misskey 11, which cannot let apps in by MiAuth.": &api.Unsupported{Host: "a.example", Software: "misskey", Version: "11", Lack: api.LackMiAuth},
		"There is no server called a.example. Check the address.":        &api.Unreached{Host: "a.example", Reason: api.ReasonNoSuchHost},
	} {
		assert.Equal(t, want, screens.AddressSentence(err))
	}
}

func TestApprovalSentences(t *testing.T) {
	for want, err := range map[string]error{
		"The server knows of no approval yet.":                  miauth.ErrNotApproved,
		"Nobody approved within ten minutes. Start again.":      miauth.ErrExpired,
		"The server’s answer was lost on the way. Start again.": miauth.ErrLost,
		"You seem to be offline.":                               fmt.Errorf("miauth: %w", &api.Unreached{Reason: api.ReasonOffline}),
	} {
		assert.Equal(t, want, screens.ApprovalSentence(err))
	}
}

func TestReplyMentions(t *testing.T) {
	me := misskey.User{Username: "alice"}
	by := func(name, host, text string) misskey.Note {
		return misskey.Note{User: misskey.User{Username: name, Host: host}, Text: &text}
	}
	for name, c := range map[string]struct {
		note misskey.Note
		want []string
	}{
		"its author":                        {by("bob", "", "hello"), []string{"@bob"}},
		"a remote author":                   {by("bob", "far.example", "hello"), []string{"@bob@far.example"}},
		"oneself":                           {by("alice", "", "hello"), nil},
		"oneself, written otherwise":        {by("bob", "", "@Alice @alice@home.example"), []string{"@bob"}},
		"a namesake elsewhere":              {by("alice", "far.example", "hi"), []string{"@alice@far.example"}},
		"whom it mentions":                  {by("bob", "", "@carol @dave@far.example"), []string{"@bob", "@carol", "@dave@far.example"}},
		"each once":                         {by("bob", "", "@bob @carol @carol@home.example"), []string{"@bob", "@carol"}},
		"people of the author's server":     {by("bob", "far.example", "@carol"), []string{"@bob@far.example", "@carol@far.example"}},
		"oneself, mentioned from elsewhere": {by("bob", "far.example", "@alice@home.example hi"), []string{"@bob@far.example"}},
		"inside of bold":                    {by("bob", "", "**@carol**"), []string{"@bob", "@carol"}},
		"but not in code":                   {by("bob", "", "`@carol`"), []string{"@bob"}},
		"without a text":                    {misskey.Note{User: misskey.User{Username: "bob"}}, []string{"@bob"}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, screens.ReplyMentions(c.note, me, "home.example"))
		})
	}
}
