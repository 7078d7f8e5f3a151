package org.larum.app.api.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.larum.app.api.config.ConfigMistakes;
import org.larum.app.api.simulation.SimulationDesk.Assumed;
import org.larum.app.api.simulation.SimulationDesk.SimulationWish;
import org.larum.app.suppression.CelConditions;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Time;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./larum simulate}: without a server and without a database, with an exit code for whoever builds and tests. */
public final class SimulateVerb {

    private static final int TRUE = 0;
    private static final int FALSE = 1;
    private static final int WRONG = 2;
    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private SimulateVerb() {}

    public static int run(List<String> words, Time time, PrintStream out, PrintStream err) {
        try {
            return simulate(Arguments.of(words), time, out);
        } catch (ConfigMistakes e) {
            err.println("The file has mistakes. Nothing was simulated.\n" + e.lines());
        } catch (Refusal e) {
            err.println(e.sentence() + " Nothing was simulated.");
        }
        return WRONG;
    }

    private static int simulate(Arguments arguments, Time time, PrintStream out) {
        var wanted = new SimulationWish(
                null,
                detection(arguments),
                arguments.one("--at"),
                new Assumed(arguments.answers(), arguments.down()),
                arguments.one("--assert"),
                arguments.one("--every"),
                arguments.one("--for"),
                arguments.one("--horizon"));
        var question = Question.of(wanted, House.of(text(arguments.file())), time.now());
        var answer = Thinking.answer(question, wanted.asserted(), new CelConditions(), () -> false);
        out.print(
                arguments.isJson()
                        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n"
                        : SimulationText.of(answer));
        out.flush();
        return answer.assertion() == null || answer.assertion().holds() ? TRUE : FALSE;
    }

    private static Map<String, Object> detection(Arguments arguments) {
        var file = Objects.requireNonNull(arguments.one("--detection"));
        try {
            return JSON.readValue(text(file), new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw wrong(file + " is not a JSON object: " + e.getOriginalMessage() + ".");
        }
    }

    private static String text(String file) {
        var path = Path.of(file);
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw wrong(file + " is larger than 4 MiB.");
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw wrong("There is no file " + file + ".");
        } catch (MalformedInputException e) {
            throw wrong(file + " is not written in UTF-8.");
        } catch (IOException e) {
            throw wrong(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static Refusal wrong(String sentence) {
        return new Refusal(Refusal.Kind.INVALID, "bad_file", sentence);
    }
}
