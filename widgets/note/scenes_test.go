package note

import (
	"strings"
	"time"

	"mejiro/api/misskey"
)

// scene is a card as readers meet it.
type scene struct {
	name  string
	value Value
}

func withOpen(v Value, open Open) Value {
	v.Open = open
	return v
}

func withPoll(p misskey.Poll) func(*misskey.Note) {
	return func(n *misskey.Note) { n.Poll, n.HasPoll = &p, true }
}

func seenBy(v misskey.Visibility, local bool) func(*misskey.Note) {
	return func(n *misskey.Note) { n.Visibility, n.LocalOnly = v, local }
}

func inChannel(name, color string) func(*misskey.Note) {
	return func(n *misskey.Note) {
		n.ChannelID, n.Channel = "c", &misskey.NoteChannel{ID: "c", Name: name, Color: color}
	}
}

func at(d time.Duration) *time.Time {
	t := noon().Add(d)
	return &t
}

func sensitive(f misskey.DriveFile) misskey.DriveFile {
	f.IsSensitive = true
	return f
}

func described(f misskey.DriveFile, alt string) misskey.DriveFile {
	f.Comment = alt
	return f
}

func lunch() misskey.Poll {
	return misskey.Poll{ExpiresAt: at(47 * time.Hour), Choices: []misskey.PollChoice{
		{Text: "寿司 🍣", Votes: 3}, {Text: "Ramen :blobcat:", Votes: 1}, {Text: "A choice so long that it has to go on in the next line"},
	}}
}

func voted() misskey.Poll {
	p := lunch()
	p.Choices[0].Votes, p.Choices[0].IsVoted = 4, true
	return p
}

func long() string { return strings.Repeat("a line of a long note\n", 14) }

// words are cards of text.
func textScenes() []scene {
	return []scene{
		{"plain", Value{Note: usual()}},
		{"erin", Value{Note: said("erin", "no name, https://example.com/path?q=1 and @alice", func(n *misskey.Note) { n.User.Name = "" })}},
		{"bot", Value{Note: said("bob", "beep", func(n *misskey.Note) {
			n.User.IsBot = true
			n.User.BadgeRoles = []misskey.BadgeRole{{Name: "Gardener", IconURL: home + "/role"}}
		})}},
		{"cw-closed", Value{Note: said("carol", "犯人はヤス", withCW("ネタバレ :blobcat:"), withFiles(photo("a", 800, 600)))}},
		{"cw-open", withOpen(Value{Note: said("carol", "犯人はヤス", withCW("ネタバレ"))}, Open{CW: true})},
		{"cw-empty", Value{Note: said("carol", "hidden", withCW(""))}},
		{"long-folded", Value{Note: said("bob", long())}},
		{"long-open", withOpen(Value{Note: said("bob", long())}, Open{Long: true})},
		{"long-words", Value{Note: said("bob", strings.Repeat("昨日見た映画がとても良かった。", 40))}},
		{"home-local", Value{Note: said("bob", "for us", seenBy(misskey.VisibilityHome, true))}},
		{"followers", Value{Note: said("bob", "for friends", seenBy(misskey.VisibilityFollowers, false))}},
		{"specified", Value{Note: said("bob", "for you", seenBy(misskey.VisibilitySpecified, false))}},
		{"hidden", Value{Note: said("bob", "", func(n *misskey.Note) { n.IsHidden = true })}},
		{"channel", Value{Note: said("carol", "Earl Grey, hot.", inChannel("お茶会 🍵", "#22a39f"))}},
	}
}

// relatedScenes are cards of more than one note.
func relatedScenes() []scene {
	told := said("hana", "おはようございます🍵", withID("told"))
	quoting := func(name string, n misskey.Note) scene {
		return scene{name, Value{Note: said("rin", "見て", renoting(n))}}
	}
	return []scene{
		{"reply", Value{Note: said("bob", "@hana 좋은 아침", replyTo(told))}},
		{"reply-unseen", Value{Note: said("bob", "who knows", func(n *misskey.Note) { n.ReplyID = "elsewhere" })}},
		{"renote", Value{Note: said("carol", "", renoting(told))}},
		{"renote-gone", Value{Note: said("carol", "", func(n *misskey.Note) { n.RenoteID = "gone" })}},
		quoting("quote", told),
		quoting("quote-quote", said("bob", "me too", renoting(told))),
		quoting("quote-files", said("bob", "a picture", withFiles(photo("a", 1200, 800)))),
		quoting("quote-cw", said("bob", "the end", withCW("spoiler"), withFiles(photo("a", 1200, 800)))),
		quoting("quote-poll", said("bob", "where?", withPoll(lunch()))),
		{"quote-gone", Value{Note: said("rin", "見て", func(n *misskey.Note) { n.RenoteID = "gone" })}},
	}
}

// fileScenes are cards of pictures and other files.
func fileScenes() []scene {
	video := photo("v", 0, 0)
	video.Type = "video/mp4"
	gif := photo("g", 300, 300)
	gif.Type = "image/gif"
	sound := misskey.DriveFile{ID: "s", Name: "めじろの歌.mp3", Type: "audio/mpeg", Size: 4812345}
	text := misskey.DriveFile{ID: "t", Name: "notes.txt", Type: "text/plain", Size: 812}
	show := func(name string, files ...misskey.DriveFile) scene {
		return scene{name, Value{Note: said("alice", "", withFiles(files...))}}
	}
	wide, tall := photo("wide", 1200, 800), photo("tall", 600, 900)
	return []scene{
		show("one", described(wide, "A bird on a branch")),
		show("one-tall", tall),
		show("one-tiny", photo("tiny", 24, 16)),
		show("one-panorama", photo("panorama", 9000, 500)),
		show("one-unknown", photo("unknown", 0, 0)),
		show("two", wide, tall),
		show("three", wide, tall, gif),
		show("four", wide, tall, sensitive(wide), gif),
		show("five", wide, tall, wide, tall, gif),
		show("covered", sensitive(wide)),
		{"uncovered", withOpen(show("", sensitive(described(wide, "alt"))).value, Open{Files: true})},
		show("video", video),
		show("others", sound, text),
		{"unfetched", Value{Note: said("alice", "two files", func(n *misskey.Note) { n.FileIDs = []misskey.FileID{"x", "y"} })}},
	}
}

// stateScenes are cards of polls and reactions.
func stateScenes() []scene {
	ended := voted()
	ended.ExpiresAt = at(-time.Hour)
	multiple := lunch()
	multiple.Multiple, multiple.ExpiresAt = true, nil
	ask := func(p misskey.Poll) Value { return Value{Note: said("bob", "Lunch?", withPoll(p))} }
	return []scene{
		{"poll", ask(lunch())},
		{"poll-results", withOpen(ask(lunch()), Open{Results: true})},
		{"poll-voted", ask(voted())},
		{"poll-ended", ask(ended)},
		{"poll-multiple", ask(multiple)},
		{"reactions", Value{Note: said("bob", "!", withReactions(":blobcat@.:",
			map[string]int{":blobcat@.:": 2, ":wide@.:": 1, ":gone@.:": 1, ":fox@far.example:": 3, "👍": 12345}))}},
		{"like-only", Value{Note: said("bob", "?", withReactions("", map[string]int{"❤": 3}),
			func(n *misskey.Note) { n.Acceptance = misskey.AcceptLikeOnly })}},
	}
}

func scenes() []scene {
	all := textScenes()
	all = append(all, relatedScenes()...)
	all = append(all, fileScenes()...)
	return append(all, stateScenes()...)
}

// notices are notifications of every kind.
func notices() []misskey.Notification {
	mine := said("alice", "わたしのノート", withID("mine"), withFiles(photo("a", 800, 600)))
	bob, carol := user("bob"), user("carol")
	renote := said("bob", "", renoting(mine), withID("renote"))
	asked := said("bob", "Lunch?", withPoll(lunch()), withID("asked"))
	all := []misskey.Notification{
		{Type: misskey.NotifyReaction, User: &bob, Note: &mine, Reaction: ":blobcat@.:"},
		{Type: misskey.NotifyReaction, User: &bob, Note: &mine, Reaction: ":wide@.:"},
		{Type: misskey.NotifyReaction, User: &bob, Note: &mine, Reaction: "👍"},
		{Type: misskey.NotifyReactionGrouped, Note: &mine, Reactions: []misskey.UserReaction{{User: bob, Reaction: "❤"}, {User: carol, Reaction: ":wide@.:"}}},
		{Type: misskey.NotifyRenote, User: &bob, Note: &renote},
		{Type: misskey.NotifyRenoteGrouped, Note: &mine, Users: []misskey.User{bob, carol}},
		{Type: misskey.NotifyFollow, User: &bob},
		{Type: misskey.NotifyReceiveFollowRequest, User: &bob},
		{Type: misskey.NotifyFollowRequestAccepted, User: &bob, Message: "Welcome!"},
		{Type: misskey.NotifyPollEnded, Note: &asked},
		{Type: misskey.NotifyPollEnded, User: &bob, Note: &asked},
		{Type: misskey.NotifyNote, User: &bob, Note: &asked},
		{Type: misskey.NotifyMention, User: &bob, Note: &asked},
		{Type: misskey.NotifyReply, User: &bob, Note: &asked},
		{Type: misskey.NotifyQuote, User: &bob, Note: &asked},
		{Type: misskey.NotifyEdited, User: &bob, Note: &asked},
		{Type: misskey.NotifyAchievementEarned, Achievement: "justSetUpMyMsky"},
		{Type: misskey.NotifyExportCompleted, ExportedEntity: "note"},
		{Type: misskey.NotifyRoleAssigned, Role: &misskey.Role{Name: "Gardener"}},
		{Type: misskey.NotifyChatRoomInvitation, User: &bob, Invite: &misskey.RoomInvitation{Room: misskey.Room{Name: "Tea"}}},
		{Type: misskey.NotifyLogin},
		{Type: misskey.NotifyCreateToken},
		{Type: misskey.NotifyTest},
		{Type: misskey.NotifyApp, Header: "An app", Body: "says something", Icon: home + "/app"},
		{Type: misskey.NotifyNoteScheduled, Draft: &misskey.ScheduledNote{Data: misskey.ScheduledNoteData{Text: "later"}}},
		{Type: misskey.NotifyScheduledNotePosted, Note: &mine},
		{Type: misskey.NotifyScheduledNoteFailed, NoteDraft: &misskey.NoteDraft{Text: "never"}},
		{Type: misskey.NotifyScheduledNoteError},
		{Type: misskey.NotifySensitiveFlagAssigned},
		{Type: "inventedNextYear", User: &bob},
		{Type: "inventedNextYear"},
	}
	for i := range all {
		all[i].CreatedAt = noon().Add(-time.Hour)
	}
	return all
}
