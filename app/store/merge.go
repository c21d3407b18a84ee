package store

import "mejiro/api/misskey"

// packing is how a server made a copy of a note: what it cannot tell.
type packing int

const (
	forViewer packing = iota // complete
	forNobody                // by the stream: without what the viewer did
	inReply                  // as what another note replies to: also without the poll
)

// merge is a fresh copy of a known note, with what the copy cannot tell kept
// from the old one.
func merge(old, fresh misskey.Note, how packing) misskey.Note {
	if fresh.Reply == nil && fresh.ReplyID == old.ReplyID {
		fresh.Reply = old.Reply
	}
	if fresh.Renote == nil && fresh.RenoteID == old.RenoteID {
		fresh.Renote = old.Renote
	}
	if how == forViewer || fresh.IsHidden {
		return fresh
	}
	if how == inReply {
		fresh.ClippedCount = old.ClippedCount
	}
	if fresh.Poll == nil {
		fresh.Poll = old.Poll
	} else if old.Poll != nil && len(fresh.Poll.Choices) == len(old.Poll.Choices) {
		fresh.Poll = keepVotes(*fresh.Poll, *old.Poll)
	}
	if fresh.MyReaction == "" && old.MyReaction != "" {
		fresh = keepReaction(fresh, old.MyReaction)
	}
	return fresh
}

// keepVotes marks in a fresh poll what the viewer voted for. A copy made just
// before the vote does not count it yet.
func keepVotes(fresh, old misskey.Poll) *misskey.Poll {
	fresh = clonePoll(fresh)
	for i, c := range old.Choices {
		if c.IsVoted {
			fresh.Choices[i].IsVoted = true
			fresh.Choices[i].Votes = max(1, fresh.Choices[i].Votes)
		}
	}
	return &fresh
}

// keepReaction is n with the viewer's reaction, which a copy made just before
// it does not count yet.
func keepReaction(n misskey.Note, mine string) misskey.Note {
	n.MyReaction = mine
	if n.Reactions[mine] == 0 {
		return addReaction(n, mine, 1)
	}
	return n
}
