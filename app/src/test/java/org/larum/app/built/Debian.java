package org.larum.app.built;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Installs what a test needs and the machine lacks. Where it cannot, the test fails and says so: nothing is skipped. */
public final class Debian {

    private static boolean isUpdated;

    private Debian() {}

    /** The program, installed from its package when it is not there. */
    public static synchronized Path program(String path, String debianPackage) {
        var program = Path.of(path);
        if (!Files.isExecutable(program)) {
            if (!isUpdated) {
                run("apt-get", "-qq", "update");
                isUpdated = true;
            }
            run("apt-get", "-qq", "-y", "--no-install-recommends", "install", debianPackage);
        }
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("COULD NOT INSTALL: " + path + " is missing and the Debian package "
                    + debianPackage + " could not be installed (as root: apt-get install " + debianPackage + ")");
        }
        return program;
    }

    private static void run(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            // Debian's own services must not start: the tests start the programs themselves.
            builder.environment().put("RUNLEVEL", "1");
            var process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // no such command on this machine: told by the caller, with what is missing
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
