package org.larum.app.built;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * An agent that ends a server at one named place of its code, as a power cut would, once a file says that it is armed: so the
 * product needs no failpoints of its own, which somebody could leave switched on.
 */
public final class Failpoint {

    static final int KILLED = 137;

    private static volatile @Nullable Path armed;

    private Failpoint() {}

    /** The option of a JVM; {@code where}: "before|after", class, method and how its descriptor's arguments end. */
    static String option(Path jar, Path armed, String where) {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest());
                var classes = Files.list(here())) {
            for (var code : classes.filter(Failpoint::isOurs).toList()) {
                var room = Failpoint.class.getPackageName().replace('.', '/');
                out.putNextEntry(new JarEntry(room + "/" + code.getFileName()));
                Files.copy(code, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return "-javaagent:" + jar + "=" + armed + "|" + where;
    }

    private static Path here() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(Failpoint.class.getResource("")).toURI());
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().matches("Failpoint(\\$.*)?\\.class");
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", Failpoint.class.getName());
        return manifest;
    }

    /** Called by the JVM. */
    public static void premain(String argument, Instrumentation jvm) {
        var parts = argument.split("\\|", 2);
        armed = Path.of(parts[0]);
        jvm.addTransformer(new Ender(parts[1].split(" ")));
    }

    /** Called at the place. */
    public static void reached() {
        var file = armed;
        if (file != null && Files.exists(file)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Puts the call into the one method. */
    private static final class Ender implements ClassFileTransformer {

        private static final ClassDesc HERE = ClassDesc.of(Failpoint.class.getName());
        private static final MethodTypeDesc CALL = MethodTypeDesc.of(ConstantDescs.CD_void);

        private final boolean isAfter;
        private final String type;
        private final String method;
        private final String argument;

        Ender(String[] words) {
            isAfter = words[0].equals("after");
            type = words[1].replace('.', '/');
            method = words[2];
            argument = words.length > 3 ? words[3] + ";)" : "";
        }

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (loader == null || !type.equals(name)) {
                return null;
            }
            var hierarchy =
                    ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
            var file = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy));
            return file.transformClass(
                    file.parse(bytes), ClassTransform.transformingMethodBodies(this::isIt, isAfter ? AFTER : BEFORE));
        }

        private boolean isIt(MethodModel model) {
            return model.methodName().equalsString(method)
                    && model.methodType().stringValue().contains(argument);
        }

        private static final CodeTransform BEFORE = new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                code.invokestatic(HERE, "reached", CALL);
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                code.with(element);
            }
        };

        private static final CodeTransform AFTER = (code, element) -> {
            if (element instanceof ReturnInstruction) {
                code.invokestatic(HERE, "reached", CALL);
            }
            code.with(element);
        };
    }
}
