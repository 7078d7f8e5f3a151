package org.larum.app.api.config;

import java.util.List;
import java.util.stream.Collectors;
import org.larum.app.problem.Problems;
import org.larum.app.problem.Problems.Mistake;
import org.larum.app.problem.Problems.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A file that cannot be applied: every mistake in it, each with its place and a sentence that says what to write. */
public final class ConfigMistakes extends RuntimeException {

    private final transient List<Mistake> mistakes;

    ConfigMistakes(List<Mistake> mistakes) {
        super("The configuration has mistakes.", null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    ConfigMistakes(String path, String sentence) {
        this(List.of(new Mistake(path, sentence)));
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** One mistake on each line. */
    public String lines() {
        return mistakes.stream()
                .map(mistake -> "  " + mistake.path() + ": " + mistake.message())
                .collect(Collectors.joining("\n"));
    }

    public ResponseEntity<Problem> problem() {
        int count = mistakes.size();
        var sentence = "The configuration has " + (count == 1 ? "a mistake" : count + " mistakes")
                + ". Nothing was changed. Correct it and send it again.";
        return Problems.of(HttpStatus.BAD_REQUEST, "config_mistakes", sentence, mistakes);
    }
}
