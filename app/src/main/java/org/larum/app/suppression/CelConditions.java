package org.larum.app.suppression;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.larum.domain.suppression.Conditions;
import org.larum.domain.suppression.Facts;

/**
 * Conditions in CEL over the facts of an alert. Types are checked when a rule is saved; size, depth, loops and regular expressions
 * are bounded (the figures of CelOptions below), so the worst condition costs milliseconds and never a thread.
 */
public final class CelConditions implements Conditions {

    /** Most characters of a condition. */
    public static final int LONGEST = 2000;

    private static final int PROGRAMS = 20_000;

    private static final CelOptions BOUNDS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(32)
            .maxParseExpressionNodeCount(500)
            .comprehensionMaxIterations(1000)
            .maxRegexProgramSize(500)
            .build();

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(BOUNDS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("severity", SimpleType.STRING)
            .addVar("summary", SimpleType.STRING)
            .addVar("service", SimpleType.STRING)
            .addVar("team", SimpleType.STRING)
            .addVar("component", SimpleType.STRING)
            .addVar("criticality", SimpleType.STRING)
            .addVar("tier", SimpleType.INT)
            .addVar("labels", MapType.create(SimpleType.STRING, SimpleType.STRING))
            .setResultType(SimpleType.BOOL)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(BOUNDS).build();

    /** What the compiler puts before what it has to say. */
    private static final Pattern PLACE = Pattern.compile("ERROR: <input>:(\\d+):(\\d+): (.*)");

    private static final Pattern ASSIGNMENT = Pattern.compile("[^=!<>]=[^=~]");

    private final Cache<String, CelRuntime.Program> programs =
            Caffeine.newBuilder().maximumSize(PROGRAMS).build();

    /** What is wrong with a condition, in a sentence; empty when nothing is. */
    public static Optional<String> flaw(String condition) {
        try {
            program(condition);
            return Optional.empty();
        } catch (CelValidationException e) {
            var found = PLACE.matcher(String.valueOf(e.getMessage()));
            if (ASSIGNMENT.matcher(condition).find()) {
                return Optional.of("This is not a condition: write == where two things are to be equal, such as"
                        + " labels.region == \"eu\".");
            }
            return Optional.of("This is not a condition: "
                    + (found.find() ? found.group(3) + ", at character " + found.group(2) : "it cannot be read")
                    + ". Write one such as labels.region == \"eu\" or severity in [\"medium\", \"low\"]; there are severity,"
                    + " service, team, component, criticality, tier, summary and labels.");
        } catch (CelException | RuntimeException e) {
            // Beyond one of the bounds: the parser says so with whatever exception it has at hand.
            return Optional.of("This condition is too large or too deep. Write a simpler one, or several rules.");
        }
    }

    /** Two alerts that have nothing in common meet it: so does every other. */
    public static boolean matchesEverything(String condition) {
        try {
            var program = program(condition);
            return met(program, new Facts("low", "a", "b", "c", "d", "low", 4, Map.of("e", "f")))
                    && met(program, new Facts("critical", "9 Z", "8", "", "7", "critical", 1, Map.of()));
        } catch (CelException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public Answer ask(String condition, Facts facts) {
        try {
            return met(programs.get(condition, CelConditions::programOrFail), facts) ? Answer.YES : Answer.NO;
        } catch (CelEvaluationException e) {
            // An alert that does not have the label does not meet a condition about it.
            return e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND
                    ? Answer.NO
                    : Answer.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return Answer.failed(String.valueOf(e.getMessage()));
        }
    }

    private static CelRuntime.Program program(String condition) throws CelException {
        // Before the parser sees it: its own bound comes after it has read everything.
        if (condition.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        return RUNTIME.createProgram(COMPILER.compile(condition).getAst());
    }

    private static CelRuntime.Program programOrFail(String condition) {
        try {
            return program(condition);
        } catch (CelException e) {
            throw new IllegalArgumentException(
                    "it was saved by a release that understood it differently: " + e.getMessage(), e);
        }
    }

    private static boolean met(CelRuntime.Program program, Facts facts) throws CelEvaluationException {
        CelVariableResolver values = name -> Optional.ofNullable(value(name, facts));
        return Boolean.TRUE.equals(program.eval(values));
    }

    private static @Nullable Object value(String name, Facts facts) {
        return switch (name) {
            case "severity" -> facts.severity();
            case "summary" -> facts.summary();
            case "service" -> facts.service();
            case "team" -> facts.team();
            case "component" -> facts.component();
            case "criticality" -> facts.criticality();
            case "tier" -> (long) facts.tier();
            case "labels" -> facts.labels();
            default -> null;
        };
    }
}
