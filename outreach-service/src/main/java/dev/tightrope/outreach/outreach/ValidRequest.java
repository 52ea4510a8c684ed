package dev.tightrope.outreach.outreach;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;

/** Checks a command that came by another way than the API against the same constraints. */
@ApplicationScoped
class ValidRequest {
    private final Validator validator;

    ValidRequest(Validator validator) {
        this.validator = validator;
    }

    /**
     * Lets it pass if every field may be as it is.
     *
     * @throws dev.tightrope.api.ProblemException 400 naming the fields
     */
    void require(Object request) {
        List<FieldError> wrong = validator.validate(request).stream()
                .map(violation -> new FieldError(
                        "/" + violation.getPropertyPath().toString().replace('.', '/'), violation.getMessage()))
                .toList();
        if (!wrong.isEmpty()) {
            throw Problems.badRequest("invalid-request", wrong);
        }
    }
}
