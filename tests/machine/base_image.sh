# Fills $1 with what stands in for the image that docs/drift/Containerfile begins with, which no test may fetch: the
# Python in $2, without its packages, and the files that name users. The rest of a Debian is lent to every container by
# containers.conf below.
set -eu
root=$1 python=$2
mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/usr/local/bin" "$root/etc/default" \
    "$root/tmp" "$root/var/tmp" "$root/root" "$root/srv" "$root/opt"
for name in bin sbin lib lib64; do ln -s "usr/$name" "$root/$name"; done
chmod 1777 "$root/tmp" "$root/var/tmp"
for name in passwd group shadow gshadow login.defs nsswitch.conf ld.so.cache; do cp -a "/etc/$name" "$root/etc/"; done
cp -a "$python"/bin/python3* "$root/usr/local/bin/"
ln -sf python3 "$root/usr/local/bin/python"
(cd "$python" && tar c --exclude=site-packages --exclude=test --exclude=__pycache__ lib/python3.* lib/libpython3*) |
    tar x -C "$root/usr/local"
LD_LIBRARY_PATH="$root/usr/local/lib" PYTHONHOME="$root/usr/local" "$root/usr/local/bin/python3" -m ensurepip
