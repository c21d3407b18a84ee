package note

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/widgets/look"
)

// bars are the widths of the filled parts of a poll's choices.
func bars(p misskey.Poll, open Open) []float32 {
	v := Value{Note: said("bob", "?", withPoll(p)), Open: open}
	var all []float32
	for _, x := range Lay(v, newEnv(newAlbum()), 330).Boxes {
		if x.Fill == look.ColorAccent {
			all = append(all, x.Size.Width)
		}
	}
	return all
}

func choices(votes ...int) misskey.Poll {
	var p misskey.Poll
	for _, n := range votes {
		p.Choices = append(p.Choices, misskey.PollChoice{Text: "x", Votes: n})
	}
	return p
}

func TestBarsAreSharesOfAllVotes(t *testing.T) {
	newApp(t)
	shown := Open{Results: true}
	const whole = 256 // the width of a choice in a card of 330
	assert.Equal(t, []float32{whole / 2, whole / 4, whole / 4}, bars(choices(2, 1, 1), shown))
	assert.Equal(t, []float32{whole}, bars(choices(7, 0), shown))
	assert.Empty(t, bars(choices(0, 0), shown), "no votes, no bars")
	assert.Equal(t, []float32{whole, 4}, bars(choices(1_000_000, 1), shown), "a single vote is seen")
	assert.Equal(t, []float32{whole}, bars(choices(3, -5), shown), "less than nothing is nothing")
	assert.Equal(t, []float32{whole / 2, whole / 2}, bars(choices(math.MaxInt, math.MaxInt), shown))
	assert.Empty(t, bars(choices(2, 1), Open{}), "who has not voted sees no votes")
}

func TestVotesAreSeenByWhoVotedAndAtTheEnd(t *testing.T) {
	newApp(t)
	p := choices(1, 1)
	p.Choices[0].IsVoted = true
	assert.Len(t, bars(p, Open{}), 2)
	p = choices(1, 1)
	p.ExpiresAt = at(time.Second)
	assert.Empty(t, bars(p, Open{}))
	p.ExpiresAt = at(0)
	assert.Len(t, bars(p, Open{}), 2)
}
