using Microsoft.AspNetCore.Http;
using SlaMonitor.Domain;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Web.Problems;

/// <summary>Every problem the API can answer with. Their names are part of the API.</summary>
public static class KnownProblems
{
    public static readonly ApiProblem BadRequest = ApiProblem.Of(StatusCodes.Status400BadRequest, "bad-request",
        "The request cannot be understood.");

    public static readonly ApiProblem UnknownQuery = ApiProblem.Of(StatusCodes.Status400BadRequest, "unknown-query",
        "The address asks for something that is not understood here.");

    public static readonly ApiProblem SignInFailed = ApiProblem.Of(StatusCodes.Status400BadRequest, "sign-in-failed",
        "The sign-in was not completed.", "Start again at /sign-in.");

    public static readonly ApiProblem BadCursor = ApiProblem.Of(StatusCodes.Status400BadRequest, "bad-cursor",
        "The cursor or limit is not one of this list.", "Take 'next' from the page before as it stands, and a limit from 1 to 100.");

    public static readonly ApiProblem BadIdempotencyKey = ApiProblem.Of(StatusCodes.Status400BadRequest, "bad-idempotency-key",
        "The Idempotency-Key is missing or not usable.", "Send one key of 1 to 200 visible ASCII characters, new for each thing to be done.");

    /// <summary>Of a page's form: it was not shown by us to the same person, or too long ago.</summary>
    public static readonly ApiProblem FormOutOfDate = ApiProblem.Of(StatusCodes.Status400BadRequest, "form-out-of-date",
        "This form is out of date.", "Go back, load the page anew and send it again. Nothing has been changed.");

    public static readonly ApiProblem NotSignedIn = ApiProblem.Of(StatusCodes.Status401Unauthorized, "not-signed-in",
        "Nobody is signed in.", "The request has no credentials, or they are not good (any more).");

    public static readonly ApiProblem Forbidden = ApiProblem.Of(StatusCodes.Status403Forbidden, "forbidden",
        "Your role does not allow this.");

    /// <summary>Of terms: handing in and putting into force are two people's.</summary>
    public static readonly ApiProblem SecondPerson = ApiProblem.Of(StatusCodes.Status403Forbidden, "second-person-needed",
        "It takes another person to put these terms into force.", "You handed this draft in. Somebody else who manages the contract reads it and puts it into force.");

    public static readonly ApiProblem LoopbackOnly = ApiProblem.Of(StatusCodes.Status403Forbidden, "loopback-only",
        "With the development sign-in the service answers its own machine only.");

    public static readonly ApiProblem CrossSite = ApiProblem.Of(StatusCodes.Status403Forbidden, "cross-site",
        "The request was sent from another site.");

    public static readonly ApiProblem NotFound = ApiProblem.Of(StatusCodes.Status404NotFound, "not-found",
        "There is nothing here.");

    /// <summary>Also where it exists and is another's: the two must look alike.</summary>
    public static readonly ApiProblem NoSuchContract = ApiProblem.Of(StatusCodes.Status404NotFound, "no-such-contract",
        "There is no such contract.");

    public static readonly ApiProblem WrongMethod = ApiProblem.Of(StatusCodes.Status405MethodNotAllowed, "wrong-method",
        "This cannot be done here.", "The header Allow says what can.");

    public static readonly ApiProblem NotAcceptable = ApiProblem.Of(StatusCodes.Status406NotAcceptable, "not-acceptable",
        "There is no answer of a type that you accept.");

    public static readonly ApiProblem TooSlow = ApiProblem.Of(StatusCodes.Status408RequestTimeout, "too-slow",
        "The request came too slowly and was given up.", "Nothing of it was kept; send it again.");

    public static readonly ApiProblem Changed = ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "changed",
        "It has been changed meanwhile.", "Read it anew and decide again; If-Match names a version that is no longer the current one.");

    public static readonly ApiProblem TooLarge = ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "too-large",
        "The request is larger than is taken here.");

    public static readonly ApiProblem WrongMediaType = ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "wrong-media-type",
        "Content of this type is not taken here.");

    public static readonly ApiProblem OtherBody = ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused",
        "This Idempotency-Key was used for another request.", "Use a new key for each thing to be done.");

    public static readonly ApiProblem Invalid = ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "invalid",
        "The content is not right; each error says where.");

    public static readonly ApiProblem IfMatchMissing = ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "if-match-missing",
        "Say which version you change.", "Send If-Match with the ETag that you read, or If-None-Match: * to create.");

    public static readonly ApiProblem TooManyRequests = ApiProblem.Of(StatusCodes.Status429TooManyRequests, "too-many-requests",
        "Too many requests.", "Wait for as many seconds as Retry-After says.");

    public static readonly ApiProblem InForce = ApiProblem.Of(StatusCodes.Status409Conflict, "in-force",
        "Terms of that day have been put into force.", "They never change; a variation is a version of another day.");

    public static readonly ApiProblem ComparisonMissing = ApiProblem.Of(StatusCodes.Status428PreconditionRequired, "comparison-missing",
        "These terms move what has been assessed; say that you have seen by how much.");

    public static readonly ApiProblem ComparisonChanged = ApiProblem.Of(StatusCodes.Status409Conflict, "comparison-changed",
        "These terms move something else than what you have seen.");

    public static readonly ApiProblem NotFromThere = ApiProblem.Of(StatusCodes.Status409Conflict, "not-from-there",
        "It stands where this cannot be done to it.");

    /// <summary>Says nothing of the cause; the logs do, under the correlation id.</summary>
    public static readonly ApiProblem Unexpected = ApiProblem.Of(StatusCodes.Status500InternalServerError, "unexpected",
        "Something went wrong on our side.");

    private static readonly ApiProblem[] OfFramework =
        [BadRequest, NotSignedIn, Forbidden, NotFound, WrongMethod, TooSlow, TooLarge, WrongMediaType, TooManyRequests, Unexpected];

    /// <summary>For a status that was set without a body.</summary>
    public static ApiProblem OfStatus(int status) =>
        OfFramework.FirstOrDefault(p => p.Status == status)
        ?? (status >= StatusCodes.Status500InternalServerError ? Unexpected : BadRequest) with { Status = status };

    public static ApiProblem LargerThan(long most) => TooLarge with { Detail = $"At most {most} bytes are taken." };

    /// <summary>What the rules find wrong with a contract, a return or a decision.</summary>
    public static ApiProblem Of(IEnumerable<Problem> problems) => Invalid with { Errors = ApiErrors.Of(problems) };

    /// <summary>The same, as it was kept.</summary>
    public static ApiProblem Of(IEnumerable<Finding> findings) => Invalid with { Errors = [.. findings.Where(f => f.IsError).Select(ApiErrors.Of)] };
}
