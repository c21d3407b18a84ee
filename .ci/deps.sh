#!/usr/bin/env bash
# Installs the system packages that building (`deps.sh build`) or testing
# (`deps.sh test`) needs and that are missing. Quick, and without network, when
# none is. Where it may not install, it prints the line to run and fails.
set -euo pipefail
purpose=${1:?usage: deps.sh build|test}

say() { printf '%s\n' "$*" >&2; }

has_deb() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
has_rpm() { rpm -q --quiet --whatprovides "$1" 2>/dev/null; }
has_arch() { pacman -Qq "$1" >/dev/null 2>&1; }

# Each of the following describes a system: the packages to build, those to
# test besides, how to see whether one is there, and how to install them.

debian() {
	build=(gcc libc6-dev pkg-config libgl1-mesa-dev libegl1-mesa-dev xorg-dev libxkbcommon-dev libwayland-dev)
	test=(xvfb openbox xdotool imagemagick x11-utils libgl1-mesa-dri dbus-x11 dbus-daemon gnome-keyring
		libsecret-tools xclip fonts-noto-cjk fonts-noto-color-emoji)
	if ! command -v chromium chromium-browser google-chrome >/dev/null; then
		if grep -q '^ID=ubuntu' /etc/os-release; then test+=(chromium-browser); else test+=(chromium); fi
	fi
	has=has_deb
	refresh='apt-get update -q'
	install='apt-get install -q -y --no-install-recommends'
}

fedora() {
	build=(gcc pkgconf-pkg-config mesa-libGL-devel mesa-libEGL-devel libX11-devel libXcursor-devel libXrandr-devel
		libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel)
	test=(xorg-x11-server-Xvfb openbox xdotool ImageMagick xprop xwininfo mesa-dri-drivers dbus-daemon
		gnome-keyring libsecret xclip google-noto-sans-cjk-fonts google-noto-color-emoji-fonts chromium)
	has=has_rpm
	install='dnf install -y'
}

opensuse() {
	build=(gcc pkgconf-pkg-config Mesa-libGL-devel Mesa-libEGL-devel libX11-devel libXcursor-devel libXrandr-devel
		libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel)
	test=(xorg-x11-server-Xvfb openbox xdotool ImageMagick xprop xwininfo Mesa-dri dbus-1-daemon
		gnome-keyring libsecret-tools xclip google-noto-sans-jp-fonts google-noto-coloremoji-fonts chromium)
	has=has_rpm
	install='zypper --non-interactive install'
}

arch() {
	build=(gcc pkgconf mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm libxkbcommon wayland)
	test=(xorg-server-xvfb openbox xdotool imagemagick xorg-xprop xorg-xwininfo dbus gnome-keyring libsecret
		xclip noto-fonts-cjk noto-fonts-emoji chromium)
	has=has_arch
	install='pacman -S --needed --noconfirm'
}

# MSYS2 on Windows: packages of the shell's environment, no root. The window
# tests run on Linux only.
msys2() {
	local prefix=${MINGW_PACKAGE_PREFIX:-mingw-w64-ucrt-x86_64}
	build=("$prefix-gcc" "$prefix-pkgconf")
	test=()
	has=has_arch
	root=
	install='pacman -S --needed --noconfirm'
}

macos() {
	if ! xcode-select -p >/dev/null 2>&1; then
		say "Apple's command line tools are missing. Run this, then try again:  xcode-select --install"
		exit 1
	fi
	exit 0
}

if ! command -v "${GO:-go}" >/dev/null; then
	say "Go is missing: get 1.26 or later from https://go.dev/dl/ (on macOS also: brew install go)."
	exit 1
fi

refresh=
root=root
case $(uname -s) in
Darwin) macos ;;
MSYS* | MINGW*) msys2 ;;
*)
	if command -v apt-get >/dev/null; then
		debian
	elif command -v dnf >/dev/null; then
		fedora
	elif command -v zypper >/dev/null; then
		opensuse
	elif command -v pacman >/dev/null; then
		arch
	else
		say "This system's packages are not known here. Needed are a C compiler, pkg-config and the headers of OpenGL, EGL, X11, xkbcommon and Wayland."
		exit 0
	fi
	;;
esac

packages=("${build[@]}")
[ "$purpose" = build ] || packages+=("${test[@]}")
missing=()
for package in "${packages[@]}"; do
	"$has" "$package" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as=()
if [ -n "$root" ] && [ "$(id -u)" != 0 ]; then
	if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
		say "Some packages are missing. Run this, then try again:"
		say "  sudo sh -c '${refresh:+$refresh && }$install ${missing[*]}'"
		exit 1
	fi
	as=(sudo -n)
fi
say "Installing ${missing[*]}"
# The commands are words to be split.
# shellcheck disable=SC2086
{
	[ -z "$refresh" ] || "${as[@]}" $refresh || say "The package lists could not be refreshed; trying with the old ones."
	"${as[@]}" env DEBIAN_FRONTEND=noninteractive $install "${missing[@]}"
}
