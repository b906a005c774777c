"""Cases: one labelled article, or one labelled story, each with an id that stays the same from run to run."""

from collections.abc import Iterator
from dataclasses import dataclass

from groundwire.digest import digest_json
from groundwire.domain.article import Article
from groundwire.evaluation.fixture import Story
from groundwire.evaluation.labels import ArticleLabels
from groundwire.evaluation.suite import Suite


@dataclass(frozen=True, kw_only=True)
class ArticleCase:
    """An article with its labels."""

    story: str
    file: str
    article: Article
    labels: ArticleLabels

    @property
    def id(self) -> str:
        """Story and file name."""
        return f"{self.story}/{self.file}"

    @property
    def digest(self) -> str:
        """Of the article: an output of another text cannot be scored."""
        return self.article.digest


@dataclass(frozen=True, kw_only=True)
class StoryCase:
    """A story with its labels."""

    labelled: Story

    @property
    def id(self) -> str:
        """The story's name."""
        return self.labelled.name

    @property
    def story(self) -> str:
        """The story's name: the cluster that the case belongs to."""
        return self.labelled.name

    @property
    def digest(self) -> str:
        """Of the articles: an output of other texts cannot be scored."""
        return digest_json("articles", [article.digest for article in self.articles])

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, with ids that tell them apart."""
        return tuple(self.labelled.articles.values())


Case = ArticleCase | StoryCase


def cases_of(suite: Suite) -> Iterator[Case]:
    """The cases of `suite`, by story and article."""
    for story in suite.stories:
        if suite.file.task == "brief":
            yield StoryCase(labelled=story)
        else:
            for name, article in story.articles.items():
                case = ArticleCase(
                    story=story.name, file=name, article=article, labels=story.labels.articles[name]
                )
                if not suite.file.articles or case.id in suite.file.articles:
                    yield case
