# Boots systemd in a machine of its own: $1 is a folder for it. Everything of this machine is there to read, and
# nothing of it can be changed: what is written lies in memory, except in /opt and /media, which are folders in $1.
# Own processes, network (only loopback), mounts, host name and control groups; a Debian that nothing is enabled on.
set -eu
own=$1
mount -t tmpfs none "$own/memory"
mkdir "$own/memory/written" "$own/memory/work" "$own/memory/root" "$own/memory/groups"
mount -t cgroup2 none "$own/memory/groups"
group="$own/memory/groups/kredsblik-$$"
mkdir "$group"
trap 'find "$group" -depth -type d -exec rmdir {} +' EXIT

inside() {
    echo 0 > "$group/cgroup.procs"
    unshare --fork --pid --cgroup --mount --net --uts --ipc --kill-child sh -euc '
        own=$1 root=$1/memory/root
        read -r pid _ < /proc/self/stat && echo "$pid" > "$own/pid"
        mount -t overlay -o "lowerdir=/,upperdir=$own/memory/written,workdir=$own/memory/work" none "$root"
        mount --bind "$own/opt" "$root/opt"
        mount --bind "$own/media" "$root/media"
        mount -t proc proc "$root/proc"
        # Of what can be set in the kernel, only the network is this machine alone.
        mount --bind "$root/proc/sys" "$root/proc/sys" && mount --bind "$root/proc/sys/net" "$root/proc/sys/net"
        mount -o remount,bind,ro "$root/proc/sys"
        mount -t sysfs -o ro sysfs "$root/sys"
        mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
        mount -t tmpfs -o mode=755 tmpfs "$root/dev"
        for name in null zero full random urandom; do
            touch "$root/dev/$name" && mount --bind "/dev/$name" "$root/dev/$name"
        done
        mkdir "$root/dev/shm" "$root/dev/pts"
        mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
        ln -s pts/ptmx "$root/dev/ptmx" && ln -s /proc/self/fd "$root/dev/fd"
        for folder in run tmp srv; do mount -t tmpfs tmpfs "$root/$folder"; done
        chmod 1777 "$root/tmp"
        rm -rf "$root/etc/systemd/system" "$root/etc/nginx/conf.d" "$root/var/log/journal" "$root/etc/kredsblik"
        mkdir -p "$root/etc/systemd/system/multi-user.target.wants" "$root/etc/nginx/conf.d"
        ln -s /lib/systemd/system/nginx.service "$root/etc/systemd/system/multi-user.target.wants/"
        ln -sf ../sites-available/default "$root/etc/nginx/sites-enabled/default"
        ip link set lo up
        cd "$root" && pivot_root . mnt && umount -l /mnt
        exec env -i container=kredsblik PATH=/usr/sbin:/usr/bin /lib/systemd/systemd --system --unit=multi-user.target
    ' sh "$own"
}
(inside)
