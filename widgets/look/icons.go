package look

import (
	"mejiro/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// IconName names one of Mejiro's own icons, as its file in assets/icons.
type IconName string

// The icons. Those that Misskey Web has too mean the same there.
const (
	IconAchievement      IconName = "achievement"
	IconAdd              IconName = "add"
	IconArrowUp          IconName = "arrow-up"
	IconAttach           IconName = "attach"
	IconBack             IconName = "back"
	IconCheck            IconName = "check"
	IconChevronDown      IconName = "chevron-down"
	IconChevronLeft      IconName = "chevron-left"
	IconChevronRight     IconName = "chevron-right"
	IconChevronUp        IconName = "chevron-up"
	IconClip             IconName = "clip"
	IconClock            IconName = "clock"
	IconClose            IconName = "close"
	IconColumns          IconName = "columns"
	IconCopy             IconName = "copy"
	IconCW               IconName = "cw"
	IconDrive            IconName = "drive"
	IconEdit             IconName = "edit"
	IconExternal         IconName = "external"
	IconEye              IconName = "eye"
	IconFile             IconName = "file"
	IconFollow           IconName = "follow"
	IconGlobal           IconName = "global"
	IconHeart            IconName = "heart"
	IconHome             IconName = "home"
	IconInformation      IconName = "info"
	IconKey              IconName = "key"
	IconLink             IconName = "link"
	IconLocal            IconName = "local"
	IconLocalOnly        IconName = "local-only"
	IconLock             IconName = "lock"
	IconLogin            IconName = "login"
	IconMail             IconName = "mail"
	IconMenu             IconName = "menu"
	IconMinus            IconName = "minus"
	IconMore             IconName = "more"
	IconNote             IconName = "note"
	IconNotifications    IconName = "notifications"
	IconOffline          IconName = "offline"
	IconPicture          IconName = "picture"
	IconPin              IconName = "pin"
	IconPlay             IconName = "play"
	IconPoll             IconName = "poll"
	IconQuote            IconName = "quote"
	IconReact            IconName = "react"
	IconRenote           IconName = "renote"
	IconReply            IconName = "reply"
	IconRetry            IconName = "retry"
	IconSearch           IconName = "search"
	IconServer           IconName = "server"
	IconSettings         IconName = "settings"
	IconSignOut          IconName = "sign-out"
	IconSocial           IconName = "social"
	IconTrash            IconName = "trash"
	IconUser             IconName = "user"
	IconWarning          IconName = "warning"
	IconVisibilityHome            = IconHome
	IconVisibilityPublic          = IconGlobal
)

// Icon gives an icon in the colour of running text.
func Icon(name IconName) fyne.Resource {
	return IconIn(name, ColorText)
}

// IconIn gives an icon in a colour of the theme; it follows changes of theme
// when its object is refreshed.
func IconIn(name IconName, color fyne.ThemeColorName) fyne.Resource {
	file := string(name) + ".svg"
	content, err := assets.Icons.ReadFile("icons/" + file)
	if err != nil {
		return theme.NewErrorThemedResource(theme.BrokenImageIcon())
	}
	return theme.NewColoredResource(fyne.NewStaticResource(file, content), color)
}
