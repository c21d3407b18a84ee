package misskey

import "time"

// NotificationType names what a notification tells. A server may know more
// than these; such a notification is kept and shown as unknown or skipped.
type NotificationType string

// The types of Misskey and of misskey.io. Those with "Grouped" come from
// i/notifications-grouped alone.
const (
	NotifyNote                  NotificationType = "note"
	NotifyMention               NotificationType = "mention"
	NotifyReply                 NotificationType = "reply"
	NotifyQuote                 NotificationType = "quote"
	NotifyRenote                NotificationType = "renote"
	NotifyReaction              NotificationType = "reaction"
	NotifyPollEnded             NotificationType = "pollEnded"
	NotifyFollow                NotificationType = "follow"
	NotifyReceiveFollowRequest  NotificationType = "receiveFollowRequest"
	NotifyFollowRequestAccepted NotificationType = "followRequestAccepted"
	NotifyRoleAssigned          NotificationType = "roleAssigned"
	NotifyChatRoomInvitation    NotificationType = "chatRoomInvitationReceived"
	NotifyAchievementEarned     NotificationType = "achievementEarned"
	NotifyExportCompleted       NotificationType = "exportCompleted"
	NotifyLogin                 NotificationType = "login"
	NotifyCreateToken           NotificationType = "createToken"
	NotifyTest                  NotificationType = "test"
	NotifyApp                   NotificationType = "app"
	NotifyScheduledNotePosted   NotificationType = "scheduledNotePosted"
	NotifyScheduledNoteFailed   NotificationType = "scheduledNotePostFailed"
	NotifyNoteScheduled         NotificationType = "noteScheduled"
	NotifyScheduledNoteError    NotificationType = "scheduledNoteError"
	NotifySensitiveFlagAssigned NotificationType = "sensitiveFlagAssigned"
	NotifyEdited                NotificationType = "edited"
	NotifyReactionGrouped       NotificationType = "reaction:grouped"
	NotifyRenoteGrouped         NotificationType = "renote:grouped"
)

// Notification is one entry of i/notifications, i/notifications-grouped or of
// the main stream. Which fields are set depends on Type.
type Notification struct {
	ID        NotificationID   `json:"id"`
	CreatedAt time.Time        `json:"createdAt"`
	Type      NotificationType `json:"type"`

	UserID UserID `json:"userId"`
	User   *User  `json:"user"`
	Note   *Note  `json:"note"`

	Reaction  string          `json:"reaction"`
	Reactions []UserReaction  `json:"reactions"` // NotifyReactionGrouped
	Users     []User          `json:"users"`     // NotifyRenoteGrouped
	Message   string          `json:"message"`   // NotifyFollowRequestAccepted
	Role      *Role           `json:"role"`
	Invite    *RoomInvitation `json:"invitation"`

	Achievement    string `json:"achievement"`
	ExportedEntity string `json:"exportedEntity"`
	FileID         FileID `json:"fileId"`

	Draft     *ScheduledNote `json:"draft"`     // NotifyNoteScheduled, NotifyScheduledNoteError
	NoteDraft *NoteDraft     `json:"noteDraft"` // NotifyScheduledNoteFailed

	// Header, Body and Icon (an address) belong to NotifyApp.
	Header string `json:"header"`
	Body   string `json:"body"`
	Icon   string `json:"icon"`
}

// UserReaction is one member of a grouped reaction notification.
type UserReaction struct {
	User     User   `json:"user"`
	Reaction string `json:"reaction"`
}
