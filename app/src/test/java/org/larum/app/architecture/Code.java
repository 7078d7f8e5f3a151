package org.larum.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is shipped: the classes of the five modules without their tests, and the sources of them. */
final class Code {

    static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("org.larum");

    private Code() {}

    /** The type around nested ones, so that a message counts as a part of its root. */
    static JavaClass outermost(JavaClass type) {
        var at = type;
        while (at.getEnclosingClass().isPresent()) {
            at = at.getEnclosingClass().get();
        }
        return at;
    }

    static List<Path> sources(String ending) {
        return Stream.of("domain", "projections", "notifiers", "reports", "app")
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .flatMap(root -> {
                    try (var files = Files.walk(root)) {
                        return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }
}
