package note

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
)

// hostile are notes that mean no good.
func hostile() []scene {
	everywhere := func(s string) misskey.Note {
		n := said("bob", s, withCW(s), withReactions(s, map[string]int{s: 1, ":" + s: 2, s + "@" + s: 3}))
		n.User.Name, n.User.Username, n.User.Host = s, s, s
		n.User.BadgeRoles = []misskey.BadgeRole{{Name: s, IconURL: s}}
		n.Channel = &misskey.NoteChannel{Name: s, Color: s}
		n.Poll = &misskey.Poll{Choices: []misskey.PollChoice{{Text: s, Votes: 1}, {Text: s, IsVoted: true}}}
		f := photo(s, 10, 10)
		f.Comment = s
		n.Files = []misskey.DriveFile{f, {Name: s, Comment: s, Type: s}}
		return n
	}
	deep := said("bob", "deep", withID("d0"))
	for i := range 50 {
		deep = said("bob", "deep", withID(misskey.NoteID(fmt.Sprint("d", i+1))), renoting(deep), replyTo(deep))
	}
	many := said("bob", "", func(n *misskey.Note) {
		n.Reactions = map[string]int{}
		for i := range 3000 {
			n.Reactions[fmt.Sprintf(":r%d@.:", i)] = i
			n.User.BadgeRoles = append(n.User.BadgeRoles, misskey.BadgeRole{Name: "r", IconURL: home})
		}
		for i := range 500 {
			n.Files = append(n.Files, photo(fmt.Sprint(i), i, 500-i), misskey.DriveFile{Name: "x"})
		}
		n.Poll = &misskey.Poll{Choices: make([]misskey.PollChoice, 500)}
	})
	odd := said("bob", "odd", func(n *misskey.Note) {
		n.RepliesCount, n.RenoteCount = -7, math.MinInt
		n.Reactions = map[string]int{"❤": -3, "👍": math.MaxInt, "": 5, ":": 1, "::": 1, ":@:": 1, ":a@": 2}
		n.MyReaction = ":gone@.:"
		n.Poll = &misskey.Poll{ExpiresAt: &time.Time{}, Choices: []misskey.PollChoice{{Votes: math.MaxInt}, {Votes: math.MaxInt}, {Votes: -1}, {Votes: math.MinInt}}}
		n.Files = []misskey.DriveFile{
			photo("negative", -5, -9), photo("thin", 1, math.MaxInt), photo("flat", math.MaxInt, 1), photo("nothing", 0, 10),
			{Type: "image/png", Size: -1},
			{Type: "video/mp4"},
			{},
		}
		n.Visibility, n.CreatedAt = "everybody", time.Time{}
	})
	return []scene{
		{"nil", Value{}},
		{"megabyte", Value{Note: everywhere(strings.Repeat("あa ", 250_000))}},
		{"one word", Value{Note: everywhere(strings.Repeat("x", 1_000_000))}},
		{"line breaks", Value{Note: everywhere(strings.Repeat("\n", 5000))}},
		{"bidi", Value{Note: everywhere(strings.Repeat("\u202e\u2066abc\u200fאב\u2069", 500))}},
		{"marks", Value{Note: everywhere("a" + strings.Repeat("\u0301", 5000))}},
		{"not text", Value{Note: everywhere("\xff\xfe\x00\x01\xc3\x28" + strings.Repeat("\xf0\x9f", 500))}},
		{"mfm", Value{Note: everywhere(strings.Repeat("$[x4 **", 2000))}},
		{"emoji", Value{Note: everywhere(strings.Repeat(":blobcat:", 5000))}},
		{"deep", Value{Note: deep}},
		{"many", Value{Note: many}},
		{"odd", Value{Note: odd}},
		{"empty renote", Value{Note: said("bob", "", renoting(misskey.Note{}))}},
	}
}

func TestHostileNotesAreBounded(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	for _, s := range hostile() {
		for _, open := range []Open{{}, {CW: true, Long: true, Results: true, Files: true}} {
			for _, width := range []float32{260, 330} {
				sheet := Lay(withOpen(s.value, open), env, width)
				parts := len(sheet.Boxes) + len(sheet.Pictures) + len(sheet.Covers) + len(sheet.Avatars) + len(sheet.Badges) +
					len(sheet.Zones) + len(sheet.Icons) + len(sheet.Texts)
				assert.Less(t, parts, 400, s.name)
				assert.Less(t, sheet.Size.Height, float32(20_000), s.name)
				checkNumbers(t, s.name, sheet)
				c := fresh(t, env)
				c.SetNote(s.value, sheet)
				assert.NotPanics(t, func() { drawn(c) }, s.name)
			}
		}
	}
}

// checkNumbers wants every place to be a place.
func checkNumbers(t *testing.T, name string, s *Sheet) {
	t.Helper()
	check := func(p Place) {
		for _, v := range []float32{p.Pos.X, p.Pos.Y, p.Size.Width, p.Size.Height} {
			assert.False(t, math.IsNaN(float64(v)) || math.IsInf(float64(v), 0), "%s: %v", name, p)
		}
		assert.True(t, p.Size.Width >= 0 && p.Size.Height >= 0, "%s: %v", name, p)
	}
	for _, x := range s.Boxes {
		check(x.Place)
	}
	for _, x := range s.Pictures {
		check(x.Place)
		check(Place{Size: x.Request.Box})
	}
	for _, x := range s.Zones {
		check(x.Place)
		assert.LessOrEqual(t, len(x.Label), 4*maxLabel, name)
	}
	for _, x := range s.Texts {
		check(Place{x.Pos, x.Layout.Size()})
	}
}

func TestHostileNotificationsAreBounded(t *testing.T) {
	newApp(t)
	env := newEnv(newAlbum())
	big := strings.Repeat("あa ", 250_000)
	crowd := make([]misskey.UserReaction, 5000)
	for i := range crowd {
		crowd[i] = misskey.UserReaction{User: user("bob"), Reaction: big}
	}
	note := hostile()[1].value.Note
	for _, n := range append(notices(), misskey.Notification{}, misskey.Notification{Type: misskey.NotifyRenoteGrouped, Users: make([]misskey.User, 5000)}) {
		n.Header, n.Body, n.Message, n.Achievement, n.ExportedEntity, n.Reaction, n.Icon = big, big, big, big, big, big, big
		n.Reactions, n.Note, n.User = crowd, &note, &note.User
		s := LayNotification(n, Unanswered, Open{}, env, 330)
		assert.Less(t, len(s.Texts)+len(s.Zones)+len(s.Avatars), 250, n.Type)
		checkNumbers(t, string(n.Type), s)
	}
}

func FuzzLay(f *testing.F) {
	newApp(f)
	env := newEnv(newAlbum())
	f.Add("text", "cw", ":blobcat@.:", "name", int64(3), uint8(7), float32(330))
	f.Add("$[x2 a]\n> b", "", "❤", "", int64(-1), uint8(255), float32(0))
	f.Fuzz(func(t *testing.T, text, cw, reaction, name string, count int64, open uint8, width float32) {
		p := misskey.Poll{Choices: []misskey.PollChoice{{Text: name, Votes: int(count)}, {Text: text, Votes: 1, IsVoted: open&16 > 0}}}
		n := said("bob", text, withReactions(name, map[string]int{reaction: int(count), name: 1}), withPoll(p),
			withFiles(photo(name, int(count), int(open)), misskey.DriveFile{Name: name, Size: count}), inChannel(name, cw))
		if cw != "" {
			n.CW = &cw
		}
		n.User.Name, n.User.Host, n.RenoteCount = name, reaction, int(count)
		v := Value{Note: said("carol", "", renoting(n)), Open: Open{CW: open&1 > 0, Long: open&2 > 0, Results: open&4 > 0, Files: open&8 > 0}}
		checkNumbers(t, "fuzz", Lay(v, env, width))
	})
}
