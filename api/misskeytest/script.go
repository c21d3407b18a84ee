package misskeytest

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"mejiro/api/misskey"
)

// content is what the people of the made-up world are and say.
//
//go:embed content/*.json
var content embed.FS

// script is a note that somebody has to say, with what others make of it.
type script struct {
	By         string   `json:"by"` // acct
	Text       string   `json:"text"`
	CW         string   `json:"cw"`
	Visibility string   `json:"visibility"` // "" is public
	To         []string `json:"to"`
	LocalOnly  bool     `json:"localOnly"`
	Acceptance string   `json:"acceptance"`
	Channel    string   `json:"channel"`
	Photos     []string `json:"photos"` // what gallery calls "photo/…"
	Alt        string   `json:"alt"`
	Sensitive  bool     `json:"sensitive"`
	Audio      string   `json:"audio"` // file name
	Video      string   `json:"video"` // file name
	Poll       *struct {
		Choices  []string `json:"choices"`
		Multiple bool     `json:"multiple"`
		Hours    int      `json:"hours"`
		Votes    []int    `json:"votes"` // by choice
	} `json:"poll"`
	Reactions []string `json:"reactions"` // "👍*3" is three people's
	Renotes   []string `json:"renotes"`   // accts
	Replies   []script `json:"replies"`
	Quotes    []script `json:"quotes"`
}

// person is somebody of the cast.
type person struct {
	Username string `json:"username"`
	Host     string `json:"host"`
	profile
}

// load reads a file of the content. It is part of the program: a mistake in it
// is found by the first test.
func load[T any](name string) T {
	var value T
	data, err := content.ReadFile("content/" + name)
	if err == nil {
		err = json.Unmarshal(data, &value)
	}
	if err != nil {
		panic(fmt.Sprintf("misskeytest: %s: %v", name, err))
	}
	return value
}

// parseReaction splits "👍*3".
func parseReaction(s string) (name string, times int) {
	name, count, ok := strings.Cut(s, "*")
	times, err := strconv.Atoi(count)
	if !ok || err != nil {
		return name, 1
	}
	return name, times
}

// draft makes a draft of what a script says, with new file records for what it
// shows.
func (s *Server) draft(sc script) draft {
	d := draft{
		visibility: misskey.Visibility(orElse(sc.Visibility, "public")), localOnly: sc.LocalOnly,
		acceptance: misskey.ReactionAcceptance(sc.Acceptance), files: s.filesOf(sc),
	}
	if sc.Text != "" {
		d.text = &sc.Text
	}
	if sc.CW != "" {
		d.cw = &sc.CW
	}
	for _, acct := range sc.To {
		d.visibleTo = append(d.visibleTo, s.mustUser(acct))
	}
	for _, ch := range s.channels {
		if ch.name == sc.Channel {
			d.channel = ch
		}
	}
	if sc.Poll != nil {
		d.poll = newPoll(sc.Poll.Choices, sc.Poll.Multiple)
	}
	return d
}
