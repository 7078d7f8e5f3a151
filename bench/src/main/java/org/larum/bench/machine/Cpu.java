package org.larum.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time as Linux counts it, in seconds. */
public final class Cpu {

    private static final double TICKS = 100;

    private Cpu() {}

    /** Of a process, with children that have ended and children that live. */
    public static double tree(long pid) {
        double children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> tree(child.pid()))
                .sum();
        return children + ticks(pid) / TICKS;
    }

    /** Of this process. */
    public static double here() {
        return ticks(ProcessHandle.current().pid()) / TICKS;
    }

    /** The fields after the name, which may hold spaces: utime, stime, cutime and cstime are the 12th to 15th. */
    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long all = 0;
            for (int i = 11; i < 15; i++) {
                all += Long.parseLong(fields[i]);
            }
            return all;
        } catch (IOException e) {
            return 0;
        }
    }
}
