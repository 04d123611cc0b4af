package io.duban.platform.identity.server;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks a password, as often as {@link LogInThrottle} allows. */
class PasswordCheck implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final LogInThrottle throttle;

    PasswordCheck(People people, PasswordEncoder encoder, LogInThrottle throttle) {
        this.passwords = new DaoAuthenticationProvider(people::logIn);
        this.passwords.setPasswordEncoder(encoder);
        this.throttle = throttle;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        if (!throttle.admits(name)) {
            throw new LockedException("locked");
        }
        try {
            Authentication person = passwords.authenticate(attempt);
            throttle.forget(name);
            return person;
        } catch (BadCredentialsException wrong) {
            // The try that uses up the last one says so at once.
            throw throttle.locked(name) ? new LockedException("locked") : wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
