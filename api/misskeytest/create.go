package misskeytest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"

	"mejiro/api/misskey"
)

const (
	maxNoteText  = 3000
	mentionLimit = 20
	// sameNote is how long an identical body gives the note already made.
	sameNote = time.Minute
)

// draft is a note that is to be made; its references are resolved.
type draft struct {
	text, cw   *string
	visibility misskey.Visibility
	visibleTo  []*user
	localOnly  bool
	acceptance misskey.ReactionAcceptance
	channel    *channel
	reply      *note
	renote     *note
	files      []*file
	poll       *poll
}

func noteEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"notes/create": {
			permission: "write:notes", login: true, params: createParams(), rule: wantsContent, types: createTypes(),
			answer: func(c *call) (any, error) { return c.createNote() },
		},
		"notes/delete": {
			permission: "write:notes", login: true, params: params(ident("noteId").must()),
			answer: func(c *call) (any, error) { return nil, c.deleteNote() },
		},
		"notes/unrenote": {
			permission: "write:notes", login: true, params: params(ident("noteId").must()),
			answer: func(c *call) (any, error) { return nil, c.unrenote() },
		},
	}
}

func createParams() schema {
	choice := text("").within(1, 50)
	pollField := field{name: "poll", kind: kindObject, nullable: true, fields: params(
		list("choices", choice).within(2, 10).distinct().must(),
		boolean("multiple", false), integer("expiresAt").orNull(), integer("expiredAfter").within(1, 0).orNull(),
	)}
	return params(
		text("visibility").oneOf("public", "home", "followers", "specified").otherwise("public"),
		list("visibleUserIds", ident("")).distinct(),
		text("cw").within(1, 100).orNull(), boolean("localOnly", false),
		text("reactionAcceptance").orNull().oneOf("likeOnly", "likeOnlyForRemote", "nonSensitiveOnly",
			"nonSensitiveOnlyForLocalLikeOnlyForRemote"),
		boolean("noExtractMentions", false), boolean("noExtractHashtags", false), boolean("noExtractEmojis", false),
		ident("replyId").orNull(), ident("renoteId").orNull(), ident("channelId").orNull(),
		text("text").within(1, maxNoteText).orNull(),
		list("fileIds", ident("")).within(1, 16).distinct(),
		list("mediaIds", ident("")).within(1, 16).distinct(),
		pollField,
		integer("scheduledAt").orNull(), boolean("noCreatedNote", false), integer("dimension").orNull(),
		text("lang").orNull().oneOf("ja", "ja-JP", "ko", "ko-KR", "other"),
	)
}

func createTypes() []paramType {
	return []paramType{
		{"visibility", "String"},
		{"visibleUserIds", "Array"},
		{"cw", "String"},
		{"localOnly", "Boolean"},
		{"reactionAcceptance", "String"},
		{"noExtractMentions", "Boolean"},
		{"noExtractHashtags", "Boolean"},
		{"noExtractEmojis", "Boolean"},
		{"replyId", "String"},
		{"renoteId", "String"},
		{"channelId", "String"},
		{"text", "String"},
		{"fileIds", "Array"},
		{"mediaIds", "Array"},
		{"poll", "Object"},
		{"scheduledAt", "Integer"},
		{"noCreatedNote", "Boolean"},
		{"dimension", "Integer"},
		{"lang", "String"},
	}
}

func (c *call) createNote() (any, error) {
	if strings.ContainsRune(c.str("text"), 0) {
		return nil, internalError(`invalid byte sequence for encoding "UTF8": 0x00`, "QueryFailedError")
	}
	fingerprint := c.fingerprint()
	if n := c.twin(fingerprint); n != nil {
		return object{"createdNote": c.packNote(n, c.user)}, nil
	}
	d, err := c.readDraft()
	if err != nil {
		return nil, err
	}
	if c.has("scheduledAt") {
		return nil, nil
	}
	n := c.publish(c.user, d)
	c.twins[fingerprint] = n
	if c.bool("noCreatedNote") {
		return nil, nil
	}
	return object{"createdNote": c.packNote(n, c.user)}, nil
}

// wantsContent is the rule that a note without anything else has a text.
func wantsContent(body object) *refusal {
	for _, name := range []string{"renoteId", "fileIds", "mediaIds", "poll"} {
		if body[name] != nil {
			return nil
		}
	}
	value, given := body["text"]
	if !given {
		return invalidParam("#/then/required", "must have required property 'text'")
	}
	rule := text("text").within(1, maxNoteText)
	if r := rule.check(value, "#/then/properties/text"); r != nil {
		return r
	}
	if words, _ := value.(string); strings.TrimSpace(words) == "" {
		return invalidParam("#/then/properties/text/pattern", `must match pattern "[^\s]+"`)
	}
	return nil
}

// fingerprint tells equal bodies of one user apart from all others.
func (c *call) fingerprint() string {
	delete(c.body, "i")
	data, _ := json.Marshal(c.body)
	return string(c.user.id) + string(data)
}

// twin is the note that the same body made a moment ago.
func (c *call) twin(fingerprint string) *note {
	n := c.twins[fingerprint]
	if n == nil || n.deleted || c.now().Sub(n.at) > sameNote {
		delete(c.twins, fingerprint)
		return nil
	}
	return n
}

func (c *call) readDraft() (draft, error) {
	d := draft{
		visibility: misskey.Visibility(c.str("visibility")),
		localOnly:  c.bool("localOnly"),
		acceptance: misskey.ReactionAcceptance(c.str("reactionAcceptance")),
	}
	if c.has("text") {
		if body := strings.TrimSpace(c.str("text")); body != "" {
			d.text = &body
		}
	}
	if c.has("cw") {
		cw := c.str("cw")
		d.cw = &cw
	}
	for _, step := range []func(*draft) error{
		c.readAddressees, c.readFiles, c.readRenote, c.readReply, c.readPoll, c.readChannel,
	} {
		if err := step(&d); err != nil {
			return d, err
		}
	}
	if n := len(c.mentionsIn(d.text, d.cw)); n > mentionLimit {
		return d, refuse("CONTAINS_TOO_MANY_MENTIONS", "Cannot post because it exceeds the allowed number of mentions.",
			"4de0363a-3046-481b-9b0f-feff3e211025")
	}
	return d, nil
}

func (c *call) readAddressees(d *draft) error {
	for _, id := range c.strs("visibleUserIds") {
		if u := c.people[misskey.UserID(id)]; u != nil && d.visibility == misskey.VisibilitySpecified {
			d.visibleTo = append(d.visibleTo, u)
		}
	}
	return nil
}

func (c *call) readFiles(d *draft) error {
	ids := append(c.strs("fileIds"), c.strs("mediaIds")...)
	for _, id := range ids {
		f := c.files[misskey.FileID(id)]
		if f == nil || f.user != c.user {
			return refuse("NO_SUCH_FILE", "Some files are not found.", "b6992544-63e7-67f0-fa7f-32444b1b5306")
		}
		d.files = append(d.files, f)
	}
	return nil
}

func (c *call) readRenote(d *draft) error {
	if !c.has("renoteId") {
		return nil
	}
	n := c.noteByID[misskey.NoteID(c.str("renoteId"))]
	switch {
	case n == nil:
		return refuse("NO_SUCH_RENOTE_TARGET", "No such renote target.", "b5c90186-4ab0-49c8-9bba-a1f76c282ba4")
	case n.pureRenote():
		return refuse("CANNOT_RENOTE_TO_A_PURE_RENOTE", "You can not Renote a pure Renote.",
			"fd4cc33e-2a37-48dd-99cc-9b806eb2031a")
	case n.user.blocking[c.user]:
		return blockedByAuthor()
	case n.visibility == misskey.VisibilitySpecified,
		n.visibility == misskey.VisibilityFollowers && n.user != c.user:
		return refuse("CANNOT_RENOTE_DUE_TO_VISIBILITY", "You can not Renote due to target visibility.",
			"be9529e9-fe72-4de0-ae43-0b363c4938af")
	}
	d.renote = n
	return nil
}

func (c *call) readReply(d *draft) error {
	if !c.has("replyId") {
		return nil
	}
	n := c.noteByID[misskey.NoteID(c.str("replyId"))]
	switch {
	case n == nil:
		return refuse("NO_SUCH_REPLY_TARGET", "No such reply target.", "749ee0f6-d3da-459a-bf02-282e2da4292c")
	case n.pureRenote():
		return refuse("CANNOT_REPLY_TO_A_PURE_RENOTE", "You can not reply to a pure Renote.",
			"3ac74a84-8fd5-4bb0-870f-01804f82ce15")
	case !n.visibleFor(c.user):
		return refuse("CANNOT_REPLY_TO_AN_INVISIBLE_NOTE", "You cannot reply to an invisible Note.",
			"b98980fa-3780-406c-a935-b6d0eeee10d1")
	case n.visibility == misskey.VisibilitySpecified && d.visibility != misskey.VisibilitySpecified:
		return refuse("CANNOT_REPLY_TO_SPECIFIED_VISIBILITY_NOTE_WITH_EXTENDED_VISIBILITY",
			"You cannot reply to a specified visibility note with extended visibility.",
			"ed940410-535c-4d5e-bfa3-af798671e93c")
	case n.user.blocking[c.user]:
		return blockedByAuthor()
	}
	d.reply = n
	return nil
}

func blockedByAuthor() error {
	return refuse("YOU_HAVE_BEEN_BLOCKED", "You have been blocked by this user.", "b390d7e1-8a5e-46ed-b625-06271cafd3d3")
}

func (c *call) readPoll(d *draft) error {
	fields, ok := c.body["poll"].(object)
	if !ok {
		return nil
	}
	given := call{Server: c.Server, body: fields}
	d.poll = newPoll(given.strs("choices"), given.bool("multiple"))
	var end time.Time
	switch {
	case given.has("expiresAt"):
		end = time.UnixMilli(int64(given.int("expiresAt"))).UTC()
	case given.has("expiredAfter"):
		end = c.now().Add(time.Duration(given.int("expiredAfter")) * time.Millisecond)
	default:
		return nil
	}
	if end.Before(c.now()) {
		return refuse("CANNOT_CREATE_ALREADY_EXPIRED_POLL", "Poll is already expired.",
			"04da457d-b083-4055-9082-955525eda5a5")
	}
	d.poll.expiresAt = &end
	return nil
}

func newPoll(choices []string, multiple bool) *poll {
	p := &poll{choices: choices, multiple: multiple}
	for range choices {
		p.votes = append(p.votes, map[*user]bool{})
	}
	return p
}

func (c *call) readChannel(d *draft) error {
	if !c.has("channelId") {
		return nil
	}
	i := slices.IndexFunc(c.channels, func(ch *channel) bool { return string(ch.id) == c.str("channelId") })
	if i < 0 {
		return refuse("NO_SUCH_CHANNEL", "No such channel.", "b1653923-5453-4edc-b786-7c4f39bb0bbb")
	}
	d.channel = c.channels[i]
	return nil
}

func (c *call) deleteNote() error {
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	switch {
	case n == nil:
		return noSuchNote("490be23f-8c1f-4796-819f-94cb4f9d1630")
	case n.user != c.user:
		return accessDenied("fe8d7103-0ea8-4ec3-814d-f8b401dc69e9")
	}
	c.remove(n)
	return nil
}

// unrenote deletes all the user's notes that renote a note, quotes included.
func (c *call) unrenote() error {
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	if n == nil {
		return noSuchNote("efd4a259-2442-496b-8dd7-b255aa1a160f").withStatus(http.StatusBadRequest)
	}
	for _, other := range slices.Clone(c.notes) {
		if other.user == c.user && other.renote == n {
			c.remove(other)
		}
	}
	return nil
}
